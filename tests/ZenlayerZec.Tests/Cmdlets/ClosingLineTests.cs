using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>The line that ends a run, on the information stream.</summary>
public class ClosingLineTests
{
    private const string Order = "New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId subnet-1";

    /// <summary>How long it took is the only thing that differs.</summary>
    private const string Time = @" in [0-9]+\.[0-9] s\.$";

    [Theory]
    [InlineData("Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force", "ReleaseInstances: 118 done, 2 failed, 0 unknown, 0 skipped, 0 never sent")]
    [InlineData("Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -Wait", "ReleaseInstances: 118 done, 2 failed, 0 unknown, 0 skipped, 0 never sent")]
    [InlineData("Get-ZecInstance | Start-ZecInstance", "StartInstances: 118 done, 2 failed, 0 unknown, 130 skipped, 0 never sent")]
    [InlineData("Get-ZecInstance -Status RUNNING | Start-ZecInstance", "StartInstances: 0 done, 0 failed, 0 unknown, 130 skipped, 0 never sent")]
    [InlineData("Get-ZecInstance -First 3 | Set-ZecInstance -Name renamed -PassThru", "ModifyInstancesAttribute: 3 done, 0 failed, 0 unknown, 0 skipped, 0 never sent")]
    [InlineData($"{Order} -Count 150", "CreateZecInstances: 150 done, 0 failed, 0 unknown, 0 skipped, 0 never sent")]
    [InlineData($"{Order} -Count 2 -Wait", "CreateZecInstances: 2 done, 0 failed, 0 unknown, 0 skipped, 0 never sent")]
    public async Task A_run_ends_with_one_line_that_counts_every_ID(string pipeline, string line)
    {
        await using var account = await StartAsync();

        var run = account.Run($"{pipeline} -InformationVariable line -ErrorAction SilentlyContinue | Out-Null; $line.Count; \"$($line.Tags)\"; \"$line\"");

        Assert.Equal(1, run.Output[0].BaseObject);
        Assert.Equal("ZenlayerZec", run.Output[1].BaseObject);
        Assert.Matches($"^{line}{Time}", (string)run.Output[2].BaseObject);
    }

    [Theory]
    [InlineData("@() | Remove-ZecInstance -Force")]
    [InlineData("Get-ZecInstance | Remove-ZecInstance -WhatIf")]
    [InlineData("Get-ZecInstance | Start-ZecInstance -WhatIf")]
    [InlineData("$a = Get-ZecInstance -First 1; $a | Set-ZecInstance -Name $a.InstanceName -WhatIf")]
    [InlineData($"{Order} -WhatIf")]
    public async Task Where_nothing_ran_there_is_no_line_and_no_result(string pipeline)
    {
        await using var account = await StartAsync();

        var run = account.Session.Must($"{pipeline} -InformationVariable lines; @($lines -notlike 'In total: *').Count; (Get-ZecOperation).Count");

        Assert.Equal([0, 0], run.Of<int>());
    }

    [Theory]
    [InlineData("-ErrorAction Stop", "ReleaseInstances was stopped: 98 done, 2 failed, 0 unknown, 0 skipped, 20 never sent")]
    [InlineData("| ForEach-Object { throw 'no more' }", "ReleaseInstances was stopped: ")]
    public async Task A_run_that_was_cut_short_says_so_in_the_same_line(string end, string line)
    {
        await using var account = await StartAsync();

        account.Run($"Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ThrottleLimit 1 -InformationVariable line {end}");
        var told = account.Session.Must("$line.Count; \"$line\"");

        Assert.Equal(1, told.Output[0].BaseObject);
        Assert.StartsWith(line, (string)told.Output[1].BaseObject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_ends_the_run_comes_after_the_line()
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Error(401, "AUTHFAILURE_INVALID_TOKEN") : null;

        var run = account.Run("Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ThrottleLimit 1 -InformationVariable line");

        Assert.Single(run.Errors.Append(run.Terminating), error => error is not null);
        Assert.StartsWith(
            "ReleaseInstances: 0 done, 100 failed, 0 unknown, 0 skipped, 20 never sent", account.Session.Must("\"$line\"").Single<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preference_that_stops_at_information_loses_neither_results_nor_errors()
    {
        await using var account = await StartAsync();

        var run = account.Run("Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -InformationAction Stop");

        Assert.NotNull(run.Terminating);
        Assert.Equal(2, run.Output.Count);
        Assert.Equal(2, run.Errors.Count(error => error.FullyQualifiedErrorId.StartsWith("InstanceNotReleased,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_order_that_ends_early_says_how_much_was_not_ordered()
    {
        await using var account = await StartAsync();
        var orders = 0;
        account.Simulator.FaultFor = request => request.Action == "CreateZecInstances" && Interlocked.Increment(ref orders) > 1
            ? SimulatedFault.Error(401, "AUTHFAILURE_INVALID_TOKEN")
            : null;

        var run = account.Run($"{Order} -Count 250 -InformationVariable line | Out-Null");

        Assert.NotNull(run.Terminating ?? run.Errors[0]);
        Assert.Matches(
            $"^CreateZecInstances was stopped: 100 done, 100 failed, 0 unknown, 0 skipped, 50 never sent{Time}", account.Session.Must("\"$line\"").Single<string>());
    }

    private static Task<ServedAccount> StartAsync() => ServedAccount.StartAsync(options =>
    {
        options.FailureCount = 2;
        options.TransitionTime = TimeSpan.Zero;
    });
}
