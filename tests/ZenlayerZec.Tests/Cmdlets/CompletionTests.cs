using System.Diagnostics;
using System.Management.Automation;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What Tab offers, what it costs, and that it never gets in the way.</summary>
public class CompletionTests
{
    [Theory]
    [InlineData("Get-ZecInstance -ZoneId asia-e", "asia-east-1a")]
    [InlineData("Get-ZecZone london", "eu-west-1a")]
    [InlineData("Get-ZecImage -ZoneId west", "eu-west-1a", "na-west-1a")]
    [InlineData("New-ZecInstance -ZoneId 'london", "eu-west-1a")]
    [InlineData("New-ZecInstance -InstanceType cpu.8", "z2a.cpu.8")]
    [InlineData("New-ZecInstance -ZoneId sa-east-1a -ImageId debian", "debian12_20240712")]
    [InlineData("Get-ZecInstance -ImageId ", "ubuntu2404_20240712", "debian12_20240712", "windows2022_20240712")]
    [InlineData("New-ZecInstance -TimeZone hong", "Asia/Hong_Kong")]
    [InlineData("Get-ZecRegion -RegionId sing", "asia-southeast-1")]
    [InlineData("Get-ZecRegionCapacity lon", "eu-west-1")]
    [InlineData("Get-ZecInstanceType -ZoneId eu-west-1a -Gpu -InstanceType ", "g1a.gpu.1")]
    [InlineData("Get-ZecInstanceType -ZoneId asia-southeast-1a -Accelerator -InstanceType ", "v1a.vpu.1")]
    [InlineData("Get-ZecInstance web-10", "web-10")]
    [InlineData("Get-ZecInstance -Name WEB-10", "web-10")]
    [InlineData("Remove-ZecInstance -InstanceId web-10", "web-10")]
    [InlineData("Get-ZecInstanceStatus web-10", "web-10")]
    [InlineData("Stop-ZecInstance web-10", "web-10")]
    [InlineData("Wait-ZecInstance web-10", "web-10")]
    [InlineData("Reset-ZecInstance -TimeZone lond", "Europe/London")]
    [InlineData("Get-ZecZone -Name lond", "'London A'")]
    [InlineData("Get-ZecImage -ZoneId eu-west-1a -Name debian", "'Debian 12'")]
    [InlineData("Get-ZecImage -ZoneId eu-west-1a -Category ub", "Ubuntu")]
    public async Task The_accounts_own_values_are_offered(string typed, params string[] offered)
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 60);
        var isByName = typed.Contains("-Name", StringComparison.Ordinal);

        var matches = Offered(account.Session, typed);

        Assert.Equal(
            offered.Select(one => one == "web-10" && !isByName ? IdOf(account, one) : one).Order(StringComparer.Ordinal),
            matches.Select(match => match.CompletionText).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_fits_nothing_is_offered_and_no_file_instead()
    {
        await using var account = await ServedAccount.StartAsync();
        Assert.Equal(5, Offered(account.Session, "Get-ZecInstance -ZoneId ").Count);

        Assert.Empty(Completed(account.Session, "Get-ZecInstance -ZoneId mars").Output);
        Assert.Empty(Completed(account.Session, "Get-ZecImage -ZoneId moon-1a -ImageId ").Output);
    }

    [Theory]
    [InlineData("Get-ZecInstance -Status stop", "STOPPED", "STOPPING")]
    [InlineData("Get-ZecInstanceStatus -Status ", "BOOTING", "STOPPING")]
    [InlineData("Wait-ZecInstance -Until RE", "REBOOT", "Released")]
    [InlineData("Get-ZecImage -Source ", "OFFICIAL", "APP")]
    [InlineData("New-ZecInstance -NetworkLineType ", "PremiumBGP", "CTG")]
    [InlineData("New-ZecInstance -SystemDiskCategory standard", "'Standard NVMe SSD'", "'Standard NVMe SSD'")]
    public async Task What_the_API_documents_is_offered_without_asking_anybody(string typed, string first, string last)
    {
        await using var account = await ServedAccount.StartAsync();

        var matches = Offered(account.Session, typed);

        Assert.Equal((first, last), (matches[0].CompletionText, matches[^1].CompletionText));
        Assert.Empty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("Remove")]
    [InlineData("Start")]
    [InlineData("Stop")]
    [InlineData("Restart")]
    [InlineData("Reset")]
    [InlineData("Set")]
    [InlineData("Wait")]
    [InlineData("Get")]
    public async Task The_first_argument_of_a_cmdlet_for_instances_is_an_ID_that_it_takes(string verb)
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 2);

        var ids = Offered(account.Session, $"{verb}-ZecInstance ").Select(match => match.CompletionText).ToArray();

        Assert.Equal(account.Simulator.Instances.Select(instance => instance.InstanceId).ToHashSet(), ids.ToHashSet());
        var more = verb switch { "Set" => "-Name other -WhatIf", "Wait" => "-Until RUNNING, STOPPED", "Get" => string.Empty, _ => "-WhatIf" };
        Assert.Empty(account.Run($"{verb}-ZecInstance {ids[0]} {more}").Errors);
        Assert.Single(Offered(account.Session, $"{verb}-ZecInstance -InstanceId {ids[1]}"));
    }

    [Fact]
    public async Task An_ID_is_no_object()
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Empty(Completed(account.Session, "Remove-ZecInstance -InputObject ").Output);
        Assert.Empty(Completed(account.Session, "Wait-ZecInstance -Until RUNNING -Inp ").Output);
    }

    [Theory]
    [InlineData("New-ZecInstance -KeyId ", "key-1")]
    [InlineData("Reset-ZecInstance -KeyId k", "key-1")]
    [InlineData("New-ZecInstance -ResourceGroupId res", "rg-1")]
    [InlineData("Get-ZecInstance -ResourceGroupId rg", "rg-1")]
    [InlineData("Get-ZecInstanceStatus -ResourceGroupId ", "rg-1")]
    [InlineData("Get-ZecInstance -IPv4Address ", "'10.0.0.1'", "'203.0.113.7'")]
    [InlineData("Get-ZecInstance -IPv6Address ", "'2001:db8::1'")]
    [InlineData("Get-ZecInstance -Tag ", "@{ 'cost center' = 'it''s' }", "@{ env = 'dev' }")]
    [InlineData("New-ZecInstance -Tag ", "@{ 'cost center' = 'it''s' }", "@{ env = 'dev' }")]
    public async Task What_cannot_be_listed_is_offered_as_the_instances_have_it(string typed, params string[] offered)
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);
        account.Simulator.Add(new ZecInstance
        {
            InstanceId = "i-1",
            KeyId = "key-1",
            SubnetId = "subnet-1",
            SecurityGroupId = "sg-1",
            ResourceGroupId = "rg-1",
            ResourceGroupName = "research",
            PublicIpAddresses = ["203.0.113.7"],
            PrivateIpAddresses = ["10.0.0.1", "2001:db8::1"],
            Nics = [new ZecNic { NicId = "n-1", SubnetId = "subnet-2" }],
            Tags = new() { ["env"] = "dev", ["cost center"] = "it's", ["any"] = "d*" },
        });
        account.Simulator.Add(new ZecInstance { InstanceId = "i-2", KeyId = "key-1" });

        Assert.Equal(
            offered.Order(StringComparer.Ordinal),
            Offered(account.Session, typed).Select(match => match.CompletionText).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("New-ZecInstance -SubnetId ")]
    [InlineData("Get-ZecSubnet ")]
    [InlineData("Remove-ZecSubnet ")]
    public async Task Subnets_are_offered_by_ID_and_by_name_whether_an_instance_is_in_them_or_not(string typed)
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);
        var id = account.Session.Must("(New-ZecSubnet vpc-lab lab-a eu-west-1 IPv4 -CidrBlock 172.16.1.0/24).SubnetId").Single<string>();

        Assert.Contains(id, Offered(account.Session, typed).Select(match => match.CompletionText));
        Assert.Equal(id, Assert.Single(Offered(account.Session, $"{typed}lab")).CompletionText);
    }

    [Theory]
    [InlineData("New-ZecSubnet vpc-l", "vpc-lab")]
    [InlineData("Get-ZecSubnet -VpcId mai", "vpc-main")]
    [InlineData("Set-ZecVpc main", "vpc-main")]
    [InlineData("New-ZecInstance -SecurityGroupId unus", "sg-unused")]
    [InlineData("Set-ZecVpc vpc-lab -SecurityGroupId unus", "sg-unused")]
    [InlineData("New-ZecNic subnet-1 -SecurityGroupId unus", "sg-unused")]
    [InlineData("Set-ZecNic nic-unused -SecurityGroupId unus", "sg-unused")]
    [InlineData("Get-ZecNic -SecurityGroupId unus", "sg-unused")]
    [InlineData("Register-ZecSecurityGroup vpc-lab -SecurityGroupId unus", "sg-unused")]
    [InlineData("Register-ZecSecurityGroup mai", "vpc-main")]
    [InlineData("Remove-ZecSecurityGroup unus", "sg-unused")]
    [InlineData("Get-ZecSecurityGroup -Name unus", "unused")]
    [InlineData("Add-ZecSecurityGroupRule unus", "sg-unused")]
    [InlineData("Get-ZecSecurityGroupRule sg-web -Direction in", "ingress")]
    [InlineData("Get-ZecSecurityGroupRule sg-web -Protocol ic", "icmp")]
    [InlineData("New-ZecSubnet -RegionId lond", "eu-west-1")]
    [InlineData("New-ZecVpc -Mtu 9", "'9000'")]
    [InlineData("Set-ZecSubnet -IPv6Type pu", "Public")]
    public async Task What_a_network_needs_is_offered(string typed, string offered)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(offered, Assert.Single(Offered(account.Session, typed)).CompletionText);
    }

    [Fact]
    public async Task Accounts_of_operations_are_offered()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must("Connect-Zec -Simulator -Name mine; Get-ZecInstance -First 1 | Stop-ZecInstance");

        Assert.Equal("mine", Assert.Single(Offered(account.Session, "Get-ZecOperation -Account ")).CompletionText);
    }

    [Fact]
    public async Task Profiles_of_the_credentials_file_are_offered_and_a_file_that_cannot_be_read_has_none()
    {
        var home = Directory.CreateTempSubdirectory("zec").FullName;
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(home, ".zenlayer")).FullName, "credentials.json");
        await File.WriteAllTextAsync(file, """{"prod":{"token":"SENTINEL"},"my own":{}}""", TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string> { ["HOME"] = home, ["USERPROFILE"] = home };

        var run = await PowerShellProcess.RunAsync(environment, $$"""
            $tab = { param($typed) (TabExpansion2 $typed $typed.Length).CompletionMatches.CompletionText }
            & $tab 'Connect-Zec -ProfileName '
            & $tab 'Connect-Zec -ProfileName P'
            [IO.File]::WriteAllText('{{file}}', '{')
            & $tab 'Connect-Zec -ProfileName '
            [IO.File]::Delete('{{file}}')
            & $tab 'Connect-Zec -ProfileName '
            "errors: $($Error.Count)"
            """);

        Assert.Equal(
            ["prod", "'my own'", "prod", "errors: 0"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task An_ID_is_shown_with_its_name_and_state()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 3);
        var instance = account.Simulator.Instances[1];

        var match = Assert.Single(Offered(account.Session, $"Remove-ZecInstance {instance.InstanceId}"));

        Assert.Equal($"{instance.InstanceName} ({instance.InstanceId})", match.ListItemText);
        Assert.Equal($"{instance.InstanceName} ({instance.InstanceId}), {instance.Status}, {instance.ZoneId}", match.ToolTip);
    }

    [Fact]
    public async Task A_sold_out_size_says_so_where_the_zone_is_known()
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal("z2a.cpu.8, 8 CPU, 16 GiB, sold out", Assert.Single(Offered(account.Session, "New-ZecInstance -ZoneId sa-east-1a -InstanceType z2a.cpu.8")).ToolTip);
    }

    [Fact]
    public async Task The_account_is_asked_once_for_each_question()
    {
        await using var account = await ServedAccount.StartAsync();

        foreach (var typed in new[]
        {
            "Get-ZecInstance -ZoneId a", "Get-ZecZone e", "New-ZecInstance -ZoneId ", "Get-ZecInstance web", "Get-ZecInstance -Name db",
            "Remove-ZecInstance 1", "Get-ZecInstance -ImageId i",
        })
        {
            Offered(account.Session, typed);
        }

        Assert.Equal(["DescribeInstances", "DescribeZones"], account.Simulator.Calls.Select(call => call.Action).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_connection_has_its_own_answers()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 2);
        Assert.Equal(2, Offered(account.Session, "Get-ZecInstance -InstanceId ").Count);

        account.Session.Must("Connect-Zec -Simulator -SimulatedInstanceCount 5");

        Assert.Equal(5, Offered(account.Session, "Get-ZecInstance -InstanceId ").Count);
    }

    [Fact]
    public async Task What_is_put_on_the_command_line_means_what_it_says()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);
        foreach (var (id, name) in new[]
        {
            ("i-1", "two words"), ("i-2", "it's"), ("i-3", "a[1]*"), ("i-4", "bell\u0007"), ("i-5", "$(throw)"), ("0123", "zeros"), ("x; throw", "bad"),
        })
        {
            account.Simulator.Add(new ZecInstance { InstanceId = id, InstanceName = name });
        }

        var names = Offered(account.Session, "Get-ZecInstance -Name ");
        var ids = Offered(account.Session, "Get-ZecInstance ");

        // Each finds just the instance that it was made of.
        Assert.Equal(6, names.Count);
        Assert.Equal(
            ["two words", "it's", "a[1]*", "$(throw)", "zeros", "bad"],
            names.Select(one => account.Session.Must($"Get-ZecInstance -Name {one.CompletionText}").Single<ZecInstance>().InstanceName));
        Assert.Equal(["i-1", "i-2", "i-3", "i-4", "i-5", "'0123'", "'x; throw'"], ids.Select(one => one.CompletionText));
        Assert.All(ids.Concat(names), one => Assert.DoesNotContain('\u0007', one.ListItemText + one.ToolTip + one.CompletionText));
    }

    [Fact]
    public async Task An_account_that_does_not_answer_costs_a_second_and_no_word()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => SimulatedFault.Hang(carriesOut: false);
        var watch = Stopwatch.StartNew();

        var run = Completed(account.Session, "Get-ZecInstance -ZoneId asia");

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(20));
        Assert.Empty(run.Everything);
        Assert.Empty(Completed(account.Session, "Get-ZecInstance -ZoneId asia").Output);
        Assert.Single(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("Connect-Zec -Endpoint $endpoint -AccessKeyId wrong -AccessKeySecret $secret")]
    [InlineData("Connect-Zec -Endpoint http://127.0.0.1:1 -AccessKeyId k -AccessKeySecret $secret -MaximumAttemptCount 1")]
    public async Task What_goes_wrong_is_not_told(string connect)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must(connect);

        Assert.Empty(Completed(account.Session, "Get-ZecInstance -ZoneId ").Everything);
        Assert.Empty(Completed(account.Session, "Remove-ZecInstance ").Everything);
        Assert.Empty(account.Session.Host.Questions);
    }

    [Fact]
    public async Task Tab_keeps_a_warning_of_the_credentials_for_the_command_that_follows()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The warning is about a file's mode.");
        var home = Directory.CreateTempSubdirectory("zec").FullName;
        var folder = Directory.CreateDirectory(Path.Combine(home, ".zenlayer")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "credentials.json"),
            """{"default":{"access_key_id":"k","access_key_secret":"s"}}""",
            TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string> { ["HOME"] = home, ["ZENLAYER_ENDPOINT"] = "http://127.0.0.1:1" };

        var run = await PowerShellProcess.RunAsync(environment, """
            $tab = { param($typed) [Management.Automation.CommandCompletion]::CompleteInput($typed, $typed.Length, $null).CompletionMatches }
            & $tab 'Get-ZecInstance -ZoneId '
            'typed'
            $null = Get-ZecConnection -WarningVariable told
            $null = Get-ZecConnection -WarningVariable again
            "$($told.Count) $($again.Count)"
            """);

        Assert.Equal(["typed", "1 0"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith("WARNING:", StringComparison.Ordinal)));
    }

    private static string IdOf(ServedAccount account, string name)
        => account.Simulator.Instances.Single(instance => instance.InstanceName == name).InstanceId;

    /// <summary>What is offered in the end: on a busy machine the account may take longer than Tab waits, and is asked once all the same.</summary>
    private static IReadOnlyList<CompletionResult> Offered(PowerShellSession session, string typed)
        => Enumerable.Range(0, 60).Select(_ => Completed(session, typed).Of<CompletionResult>()).First(matches => matches.Count > 0);

    private static PowerShellRun Completed(PowerShellSession session, string typed)
    {
        session["typed"] = typed;
        var run = session.Must("[Management.Automation.CommandCompletion]::CompleteInput($typed, $typed.Length, $null).CompletionMatches");
        Assert.Empty(run.Warnings);
        return run;
    }
}
