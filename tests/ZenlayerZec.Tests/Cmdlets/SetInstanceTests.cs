using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What can be set of an instance beside its name: one call, one action.</summary>
public class SetInstanceTests
{
    [Theory]
    [InlineData("-NicNetworkType virtioonly", "ChangeNicNetworkType", ",\"nicNetworkType\":\"VirtioOnly\"")]
    [InlineData("-EnableAgentMonitor $true", "StartAgentMonitor", "")]
    [InlineData("-EnableAgentMonitor $false", "StopAgentMonitor", "")]
    [InlineData("-EnableIpForward $true", "StartIpForward", "")]
    [InlineData("-EnableIpForward $false", "StopIpForward", "")]
    [InlineData("-PlacementGroupId pg-unused", "ModifyInstancePlacement", ",\"placementGroupId\":\"pg-unused\"")]
    [InlineData("-NoPlacementGroup", "ModifyInstancePlacement", "")]
    public async Task Each_change_sends_its_own_action_and_nothing_else(string change, string action, string rest)
    {
        await using var account = await ServedAccount.StartAsync();
        Give(account);

        Assert.Equal(["i-1"], account.Session.Must($"Set-ZecInstance i-1 {change}").Single<ZecBatchResult>().SucceededIds);
        account.Session.Must($"'i-1' | Set-ZecInstance {change} | Out-Null; [pscustomobject]@{{ InstanceId = 'i-1' }} | Set-ZecInstance {change} | Out-Null");

        Assert.Equal(Enumerable.Repeat((action, $$"""{"instanceId":"i-1"{{rest}}}"""), 3), account.Simulator.Calls.Select(call => (call.Action, call.Body)));
    }

    [Theory]
    [InlineData("-NicNetworkType VirtioOnly", "NicNetworkType", "VirtioOnly")]
    [InlineData("-EnableAgentMonitor $true", "EnableAgentMonitor", "True")]
    [InlineData("-EnableAgentMonitor $false", "EnableAgentMonitor", "False")]
    [InlineData("-EnableIpForward $true", "EnableIpForward", "True")]
    [InlineData("-EnableIpForward $false", "EnableIpForward", "False")]
    [InlineData("-PlacementGroupId pg-unused", "PlacementGroupId", "pg-unused")]
    [InlineData("-NoPlacementGroup", "PlacementGroupId", "")]
    public async Task An_instance_is_as_it_was_to_be_and_is_skipped_the_next_time(string change, string property, string value)
    {
        await using var account = await ServedAccount.StartAsync();
        Give(account);

        var instance = account.Session.Must($"Set-ZecInstance i-1 {change} -PassThru").Single<ZecInstance>();
        var again = account.Session.Must($"Get-ZecInstance i-1 | Set-ZecInstance {change}");

        Assert.Equal(value, $"{typeof(ZecInstance).GetProperty(property)!.GetValue(instance)}");
        Assert.Equal(["i-1"], again.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
        Assert.Single(account.Simulator.Calls, call => !call.Action.StartsWith("Describe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Set-ZecInstance i-1 -EnableAgentMonitor")]
    [InlineData("Set-ZecInstance i-1 -PlacementGroupId ''")]
    [InlineData("Set-ZecInstance i-1 -PlacementGroupId $null")]
    [InlineData("Set-ZecInstance i-1 -NoPlacementGroup:$false")]
    [InlineData("Set-ZecInstance i-1 -NoPlacementGroup:$unset")]
    [InlineData("$it = @{ NoPlacementGroup = $unset }; Set-ZecInstance i-1 @it")]
    [InlineData("Set-ZecInstance i-1 -EnableIpForward $unset")]
    [InlineData("Set-ZecInstance i-1 -NoPlacementGroup -PlacementGroupId pg-db")]
    [InlineData("Set-ZecInstance i-1 -EnableIpForward $true -Name new")]
    [InlineData("Get-ZecInstance i-1 | Set-ZecInstance")]
    public async Task What_does_not_say_one_change_changes_nothing(string script)
    {
        await using var account = await ServedAccount.StartAsync();
        Give(account);

        var run = account.Run(script);

        Assert.Contains(run.Errors.Append(run.Terminating), error => error is not null);
        Assert.All(account.Simulator.Calls, call => Assert.StartsWith("Describe", call.Action, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_placement_group_of_a_row_or_an_instance_is_not_taken_for_the_new_one()
    {
        await using var account = await ServedAccount.StartAsync();
        Give(account);

        account.Session.Must("[pscustomobject]@{ InstanceId = 'i-1'; PlacementGroupId = 'pg-db'; Name = 'row' } | Set-ZecInstance");

        Assert.Equal(["ModifyInstancesAttribute"], account.Simulator.Calls.Select(call => call.Action));
    }

    [Theory]
    [InlineData("-PlacementGroupId pg-db", "has an instance in each of its 3 partitions")]
    [InlineData("-PlacementGroupId pg-gone", "was not found")]
    [InlineData("-NicNetworkType Auto", "is not stopped")]
    public async Task What_the_service_refuses_is_an_error_of_that_instance(string change, string says)
    {
        await using var account = await ServedAccount.StartAsync();
        Give(account);
        account.Simulator.SetStatus("i-1", InstanceStatus.Running);

        var run = account.Run($"Set-ZecInstance i-1 {change}");

        Assert.Equal(["i-1"], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds));
        Assert.Contains(says, Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-EnableAgentMonitor $false", "StopAgentMonitor")]
    [InlineData("-EnableIpForward $true", "StartIpForward")]
    [InlineData("-PlacementGroupId pg-unused", "ModifyInstancePlacement")]
    [InlineData("-NoPlacementGroup", "ModifyInstancePlacement")]
    public async Task A_change_that_was_refused_is_resumed_as_just_that_change(string change, string action)
    {
        await using var account = await ServedAccount.StartAsync();
        Give(account, placementGroupId: "pg-db");
        account.Simulator.FaultFor = request => request.Action == action ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null;
        account.Run($"$first = Set-ZecInstance i-1 {change}");
        account.Simulator.FaultFor = null;

        account.Session.Must("$first | Resume-ZecOperation -Force");

        var bodies = account.Simulator.Calls.Where(call => call.Action == action).Select(call => call.Body).ToArray();
        Assert.Equal(2, bodies.Length);
        Assert.Equal(bodies[0], bodies[1]);
    }

    [Theory]
    [InlineData("-EnableIpForward $false", "StopIpForward", "-EnableIpForward $true")]
    [InlineData("-EnableIpForward $true", "StartIpForward", "-EnableIpForward $false")]
    [InlineData("-EnableAgentMonitor $false", "StopAgentMonitor", "-EnableAgentMonitor $true")]
    [InlineData("-PlacementGroupId pg-unused", "ModifyInstancePlacement", "-NoPlacementGroup")]
    [InlineData("-NoPlacementGroup", "ModifyInstancePlacement", "-PlacementGroupId pg-unused")]
    public async Task What_was_set_the_other_way_since_is_not_resumed(string change, string action, string later)
    {
        await using var account = await ServedAccount.StartAsync();
        Give(account, placementGroupId: "pg-db");
        account.Simulator.FaultFor = request => request.Action == action ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null;
        account.Run($"$first = Set-ZecInstance i-1 {change}");
        account.Simulator.FaultFor = null;
        account.Session.Must($"Set-ZecInstance i-1 {later} | Out-Null");
        var sent = account.Simulator.Calls.Count;

        var run = account.Run("$first | Resume-ZecOperation -Force");

        Assert.Contains("a later change has succeeded", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(sent, account.Simulator.Calls.Count);
    }

    [Fact]
    public async Task Of_two_ways_that_were_asked_for_and_failed_only_the_last_one_is_resumed()
    {
        await using var account = await ServedAccount.StartAsync();
        Give(account);
        account.Simulator.FaultFor = request => request.Action is "StopIpForward" or "StartIpForward" ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null;
        account.Run("$both = @(Set-ZecInstance i-1 -EnableIpForward $true; Set-ZecInstance i-1 -EnableIpForward $false)");
        account.Simulator.FaultFor = null;
        var sent = account.Simulator.Calls.Count;

        account.Session.Must("$both | Resume-ZecOperation -Force");

        Assert.Equal(["StopIpForward"], account.Simulator.Calls.Skip(sent).Select(call => call.Action).Where(name => !name.StartsWith("Describe", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_question_says_which_of_the_changes_is_meant()
    {
        await using var account = await ServedAccount.StartAsync();

        account.Session.Must("Set-ZecInstance i-1 -NoPlacementGroup -WhatIf; Set-ZecInstance i-1 -PlacementGroupId pg-db -WhatIf; Set-ZecInstance i-1 -EnableIpForward $false -WhatIf");

        string[] shown = [.. account.Session.Host.Lines.Where(line => line.StartsWith("What if:", StringComparison.Ordinal))];
        Assert.Equal(3, shown.Length);
        Assert.Contains("\"Take the instance out of its placement group\"", shown[0], StringComparison.Ordinal);
        Assert.Contains("\"Put the instance into the placement group pg-db, and take it out of its present one\"", shown[1], StringComparison.Ordinal);
        Assert.Contains("\"Stop the instance from forwarding packets of others\"", shown[2], StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    /// <summary>Adds a stopped instance of which nothing is known that could be a reason to skip it.</summary>
    private static void Give(ServedAccount account, string? placementGroupId = null) => account.Simulator.Add(new ZecInstance
    {
        InstanceId = "i-1",
        ZoneId = "asia-east-1a",
        ImageId = "debian12_20240712",
        Status = InstanceStatus.Stopped,
        Nics = [new ZecNic { NicId = "n-1", Type = "Primary" }],
        PlacementGroupId = placementGroupId,
    });
}
