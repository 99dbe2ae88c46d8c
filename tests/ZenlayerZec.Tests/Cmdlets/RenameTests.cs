using System.Management.Automation;
using System.Text;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Each row of a file, or each instance, gets a name of its own.</summary>
public class RenameTests
{
    [Theory]
    [InlineData("$ids | ForEach-Object { [pscustomobject]@{ InstanceId = $_; Name = \"new-$_\" } } | Set-ZecInstance")]
    [InlineData("$ids | ForEach-Object { [pscustomobject]@{ Name = \"new-$_\"; Id = $_ } } | Set-ZecInstance")]
    [InlineData("Get-ZecInstance $ids | Set-ZecInstance -Name { \"new-$($_.InstanceId)\" }")]
    public async Task Every_row_is_renamed_to_its_own_name(string script)
    {
        await using var account = await ServedAccount.StartAsync();
        var ids = account.Simulator.Instances.Take(12).Select(instance => instance.InstanceId).ToArray();
        account.Session["ids"] = ids;

        var results = account.Session.Must(script).Of<ZecBatchResult>();

        Assert.Equal(ids, results.OrderBy(result => result.BatchNumber).SelectMany(result => result.SucceededIds));
        Assert.Equal(ids.Select(id => $"new-{id}"), account.Simulator.Instances.Take(12).Select(instance => instance.InstanceName));
        Assert.Equal(12, account.Simulator.Calls.Count(call => call.Action == "ModifyInstancesAttribute"));
    }

    [Fact]
    public async Task Instances_with_the_same_name_share_requests_of_100()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["ids"] = account.Simulator.Instances.Take(250).Select(instance => instance.InstanceId).ToArray();

        var run = account.Session.Must(
            "$n = 0; $ids | ForEach-Object { $n++; [pscustomobject]@{ InstanceId = $_; Name = $(if ($n % 2) { 'odd' } else { 'even' }) } } | Set-ZecInstance");

        Assert.Equal([100, 25, 100, 25], run.Of<ZecBatchResult>().OrderBy(result => result.BatchNumber).Select(result => result.SucceededIds.Length));
        Assert.Equal(
            Enumerable.Range(1, 250).Select(number => number % 2 == 1 ? "odd" : "even"), account.Simulator.Instances.Select(instance => instance.InstanceName));
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_the_name_of_its_own_batch()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["ids"] = account.Simulator.Instances.Take(3).Select(instance => instance.InstanceId).ToArray();
        var lost = 0;
        account.Simulator.FaultFor = request => request.Action == "ModifyInstancesAttribute"
            && Encoding.UTF8.GetString(request.Body).Contains("new-2", StringComparison.Ordinal)
            && Interlocked.Increment(ref lost) == 1 ? SimulatedFault.Drop(carriesOut: true) : null;

        var run = account.Run("$n = 0; $ids | ForEach-Object { $n++; [pscustomobject]@{ InstanceId = $_; Name = \"new-$n\" } } | Set-ZecInstance");

        Assert.Equal((3, 1), (run.Of<ZecBatchResult>().Sum(result => result.SucceededIds.Length), lost));
        Assert.Equal(["new-1", "new-2", "new-3"], account.Simulator.Instances.Take(3).Select(instance => instance.InstanceName));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ InstanceId = $a; InstanceName = 'old' } | Set-ZecInstance")]
    [InlineData("Get-ZecInstance $a | Set-ZecInstance")]
    [InlineData("[pscustomobject]@{ InstanceId = $a; Name = '' } | Set-ZecInstance")]
    [InlineData("[pscustomobject]@{ InstanceId = $a; Name = 'no spaces' } | Set-ZecInstance")]
    [InlineData("[pscustomobject]@{ InstanceId = $a; Name = 'x' }, [pscustomobject]@{ InstanceId = $a; Name = 'y' } | Set-ZecInstance")]
    [InlineData("[pscustomobject]@{ InstanceId = $a; Name = 'x' }, [pscustomobject]@{ InstanceId = $b; Name = 'y' } | Set-ZecInstance -MaximumCount 1")]
    [InlineData("[pscustomobject]@{ Name = 'x' } | Set-ZecInstance")]
    [InlineData("[pscustomobject]@{ InstanceId = $a; Name = 'x' }, (1 / 0) | Set-ZecInstance")]
    public async Task What_does_not_say_one_name_for_an_instance_renames_nothing(string script)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["a"] = account.Simulator.Instances[0].InstanceId;
        account.Session["b"] = account.Simulator.Instances[1].InstanceId;

        var run = account.Run(script);

        Assert.Contains(run.Errors.Append(run.Terminating), error => error is not null);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "ModifyInstancesAttribute");
        Assert.Empty(account.Session.Host.Questions);
    }

    [Theory]
    [InlineData("$a, $b = Get-ZecEip -Unused -First 2; $a | Set-ZecEip $b.EipId", "ModifyEipAttribute")]
    [InlineData("$a, $b = Get-ZecEip -Unused -First 2; $a | Set-ZecEip $b", "ModifyEipAttribute")]
    [InlineData("Get-ZecEip -Unused -First 1 | Set-ZecEip renamed", "ModifyEipAttribute")]
    [InlineData("Get-ZecNic -First 1 | Set-ZecNic nic-unused", "ModifyNetworkInterfacesAttribute")]
    [InlineData("Get-ZecVpc vpc-main | Set-ZecVpc vpc-lab", "ModifyVpcsAttribute")]
    [InlineData("Get-ZecSubnet subnet-2 | Set-ZecSubnet subnet-1", "ModifySubnetsAttribute")]
    [InlineData("Get-ZecSecurityGroup sg-web | Set-ZecSecurityGroup sg-default", "ModifySecurityGroupsAttribute")]
    [InlineData("[pscustomobject]@{ Name = 'x' } | Set-ZecInstance (Get-ZecInstance -First 1).InstanceId", "ModifyInstancesAttribute")]
    public async Task What_is_piped_does_not_give_its_name_to_what_the_command_line_names(string script, string action)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(script);

        var error = Assert.Single(run.Errors.Append(run.Terminating).OfType<ErrorRecord>());
        Assert.Contains("write -Name before its new value", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == action);
    }

    [Fact]
    public async Task A_name_on_the_command_line_is_for_all_rows_and_each_question_names_its_own()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["ids"] = account.Simulator.Instances.Take(2).Select(instance => instance.InstanceId).ToArray();

        account.Run("$rows = $ids | ForEach-Object { [pscustomobject]@{ InstanceId = $_; Name = \"own-$_\" } }; $rows | Set-ZecInstance -Name all -WhatIf; $rows | Set-ZecInstance -WhatIf");

        Assert.Equal(2, account.Session.Host.Lines.Count(line => line.Contains("\"Rename to all\"", StringComparison.Ordinal)));
        Assert.Equal(2, account.Session.Host.Lines.Count(line => line.Contains("\"Rename to own-", StringComparison.Ordinal)));
        Assert.Empty(account.Simulator.Calls);
    }
}
