using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>However a run ends early, what was sent is known afterwards, and the end says the counts.</summary>
public class EndedRunTests
{
    [Fact]
    public async Task An_error_that_stops_the_pipeline_is_followed_by_the_counts()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 1);

        var run = account.Run("Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ThrottleLimit 1 -ErrorAction Stop");

        Assert.NotNull(run.Terminating);
        Assert.Contains("ReleaseInstances was stopped: 99 done, 1 failed, 0 unknown, 0 skipped, 20 never sent in ", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(1, account.Releases);
        Assert.Equal(120, Known(account).Count);
    }

    [Fact]
    public async Task A_lost_answer_counts_as_a_failure_at_once_where_an_error_stops_the_pipeline()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Drop(carriesOut: false) : null;
        account.Session.Must("Connect-Zec -Endpoint $endpoint -AccessKeyId simulated-key-id -AccessKeySecret $secret -SettleTimeoutSec 1");

        var run = account.Run("Get-ZecInstance | Remove-ZecInstance -Force -ThrottleLimit 1 -ErrorAction Stop");

        Assert.NotNull(run.Terminating);
        Assert.Equal(1, account.Releases);
        Assert.Contains(run.Warnings, warning => warning.Contains("0 done, 0 failed, 100 unknown, 0 skipped, 150 never sent in ", StringComparison.Ordinal));
        Assert.Equal(250, Known(account).Count);
        Assert.Equal(100, account.Session.Must("(Get-ZecOperation).UnknownIds").Of<string>().Count);
    }

    [Fact]
    public async Task A_command_downstream_that_fails_leaves_nothing_without_an_account()
    {
        await using var account = await ServedAccount.StartAsync();

        account.Run("Get-ZecInstance | Remove-ZecInstance -Force -ThrottleLimit 1 | ForEach-Object { throw 'no more' }");

        Assert.Equal(250, Known(account).Count);
        Assert.Equal(
            250 - account.Simulator.Instances.Count, account.Session.Must("(Get-ZecOperation).SucceededIds").Of<string>().Count);
    }

    [Fact]
    public async Task A_disconnect_in_another_runspace_lets_what_was_sent_come_home()
    {
        await using var account = await ServedAccount.StartAsync();
        using var other = new PowerShellSession(account.Session);
        other["connection"] = account.Session.Must("Get-ZecConnection").Single<object>();
        account.Simulator.After(request => request.Action == "ReleaseInstances", () => other.Must("$connection | Disconnect-Zec"));

        var run = account.Run("Get-ZecInstance | Remove-ZecInstance -Force -ThrottleLimit 1");

        Assert.Equal("ConnectionClosed,ZenlayerZec.Commands.RemoveZecInstanceCommand", Assert.Single(run.Errors).FullyQualifiedErrorId);
        Assert.Equal(ZecBatchStatus.Succeeded, run.Of<ZecBatchResult>()[0].Status);
        Assert.Equal(1, account.Releases);
        Assert.Equal(250, Known(account).Count);
        Assert.Equal(100, account.Session.Must("(Get-ZecOperation).SucceededIds").Of<string>().Count);
    }

    private static HashSet<string> Known(ServedAccount account) => [.. account.Session.Must("(Get-ZecOperation).Ids").Of<string>()];
}
