using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Rows of a file are orders, of which none is sent while one of them is wrong.</summary>
public class OrderRowTests
{
    private const string Rows = """
        function Row($values) { [pscustomobject](@{ ZoneId = 'asia-east-1a'; InstanceType = 'z2a.cpu.2'; ImageId = 'debian12_20240712'; SubnetId = 'subnet-1' } + $values) }

        """;

    [Fact]
    public async Task Every_row_is_one_order()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);

        var run = account.Session.Must($"{Rows} (Row @{{ Name = 'web-[1,2]'; Count = '2'; Tag = 'env=dev; role=web'; KeyId = ''; Owner = 'ana' }}), "
            + "(Row @{ InstanceName = 'db'; Count = '' }) | New-ZecInstance");

        Assert.Equal([2, 1], run.Of<ZecInstanceOrder>().Select(order => order.Count));
        Assert.Equal(["web-01", "web-02", "db"], account.Simulator.Instances.Select(instance => instance.InstanceName));
        Assert.Equal("web", account.Simulator.Instances[0].Tags["role"]);
        Assert.Empty(run.Warnings);
        Assert.Equal(["Succeeded 2", "Succeeded 1"], account.Session.Must("Get-ZecOperation | ForEach-Object { \"$($_.Outcome) $($_.Count)\" }").Of<string>());
    }

    [Fact]
    public async Task A_parameter_of_the_command_has_precedence_over_a_column_and_stands_in_for_a_missing_one()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);

        account.Session.Must("[pscustomobject]@{ ZoneId = 'eu-west-1a'; InstanceType = 'z2a.cpu.1'; Name = 'aa' } | "
            + "New-ZecInstance -ImageId debian12_20240712 -SubnetId subnet-1 -InstanceType z2a.cpu.4 -SystemDiskCategory 'basic nvme ssd'");

        var made = Assert.Single(account.Simulator.Instances);
        Assert.Equal(("eu-west-1a", "z2a.cpu.4", "debian12_20240712", "aa"), (made.ZoneId, made.InstanceType, made.ImageId, made.InstanceName));
        Assert.Contains("Basic NVMe SSD", account.Simulator.Calls[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ Count = 'two' }", "Row 2: Count is 'two'")]
    [InlineData("@{ Count = '0' }", "Row 2: Count is '0'")]
    [InlineData("@{ Count = '10001' }", "from 1 to 10000")]
    [InlineData("@{ SystemDiskSizeGiB = '-1' }", "SystemDiskSizeGiB is '-1'")]
    [InlineData("@{ TrafficPackageSizeTB = '1,5' }", "TrafficPackageSizeTB is '1,5'")]
    [InlineData("@{ DataDiskCategory = 'Basic NVMe SSD' }", "Row 2: A data disk requires a size")]
    [InlineData("@{ Tag = 'dev' }", "Tag is 'dev'")]
    [InlineData("@{ Tag = 'System.Collections.Hashtable' }", "must be tags")]
    [InlineData("@{ Password = 'secret' }", "cannot have the column Password")]
    [InlineData("@{ Wait = 'True' }", "cannot have the column Wait")]
    [InlineData("@{ InstanceId = 'i-1' }", "instances that are there already")]
    [InlineData("@{ OrderNumber = 'ZEC1' }", "instances that are there already")]
    [InlineData("@{ Account = 'another' }", "Row 2: Account is 'another', and the connection is to ")]
    [InlineData("@{ EipId = 'eip-1'; Count = '2' }", "Each instance needs one elastic IP")]
    public async Task One_row_that_is_wrong_keeps_all_from_being_ordered(string row, string words)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run($"{Rows} (Row @{{ Name = 'good' }}), (Row {row}), (Row @{{ Name = 'fine' }}) | New-ZecInstance -Confirm:$false");

        var error = Assert.Single(run.Errors);
        Assert.StartsWith("OrderInvalid,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Nothing was ordered.", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("Get-ZecInstance -First 3 | New-ZecInstance")]
    [InlineData("Get-ZecImage asia-east-1a | New-ZecInstance -InstanceType z2a.cpu.2 -SubnetId subnet-1")]
    [InlineData("Get-ZecInstanceType asia-east-1a | New-ZecInstance -ImageId debian12_20240712 -SubnetId subnet-1")]
    [InlineData("'a', 'b' | New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId subnet-1")]
    [InlineData("@{ ZoneId = 'asia-east-1a' } | New-ZecInstance -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId subnet-1")]
    [InlineData("$null | New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId subnet-1")]
    [InlineData("[pscustomobject]@{ ZoneId = 'asia-east-1a' } | New-ZecInstance -InstanceType z2a.cpu.2")]
    [InlineData("(Row @{ Name = 'aa' }), (1 / 0) | New-ZecInstance")]
    public async Task What_is_no_order_orders_nothing(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(Rows + script);

        Assert.Contains(run.Errors.Append(run.Terminating), error => error is not null);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "CreateZecInstances");
        Assert.Empty(account.Session.Host.Questions);
    }

    [Fact]
    public async Task An_empty_pipeline_orders_nothing()
    {
        await using var account = await ServedAccount.StartAsync();

        account.Session.Must("@() | New-ZecInstance; @() | New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId subnet-1");

        Assert.Empty(account.Simulator.Calls);
    }

    [Fact]
    public async Task A_row_that_names_the_account_of_the_connection_or_none_is_ordered()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);

        var run = account.Session.Must($"{Rows} (Row @{{ Account = (Get-ZecConnection).Account }}), (Row @{{ Account = ' ' }}) | New-ZecInstance");

        Assert.Equal(2, run.Of<ZecInstanceOrder>().Count);
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public async Task A_misspelled_column_is_a_warning()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must($"{Rows} (Row @{{ Cuont = '3' }}), (Row @{{ Cuont = '4' }}) | New-ZecInstance -WhatIf");

        Assert.Equal("The column Cuont is not used. Did you mean Count?", Assert.Single(run.Warnings));
    }

    [Fact]
    public async Task What_if_and_a_question_have_a_line_for_each_row()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);

        account.Session.Must($"{Rows} (Row @{{ Name = 'aa' }}), (Row @{{ Name = 'bb'; Count = '3' }}) | New-ZecInstance -WhatIf");
        Assert.Equal(2, account.Session.Host.Lines.Count(line => line.StartsWith("What if: ", StringComparison.Ordinal)));
        Assert.Empty(account.Simulator.Calls);

        account.Session.Host.Answers.Enqueue("No");
        account.Session.Host.Answers.Enqueue("Yes");
        account.Session.Must($"{Rows} (Row @{{ Name = 'aa' }}), (Row @{{ Name = 'bb'; Count = '3' }}) | New-ZecInstance -Confirm");

        Assert.Equal(2, account.Session.Host.Questions.Count);
        Assert.Equal(3, account.Simulator.Instances.Count);
    }

    [Fact]
    public async Task A_row_that_the_service_refuses_is_an_error_and_the_next_is_ordered()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);
        account.Simulator.Faults.Enqueue(SimulatedFault.Error(400, "RESOURCE_INSUFFICIENT_PRODUCT_SOLD_OUT"));

        var run = account.Run($"{Rows} (Row @{{ Name = 'aa' }}), (Row @{{ Name = 'bb' }}) | New-ZecInstance");

        Assert.Contains("name aa", (string)Assert.Single(run.Errors).TargetObject, StringComparison.Ordinal);
        Assert.Equal("bb", run.Single<ZecInstanceOrder>().InstanceName);
    }
}
