using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What a run that was cut short leaves behind for whoever goes on from there.</summary>
public class OperationTests
{
    [Fact]
    public async Task Ctrl_C_lets_the_request_in_flight_come_home_and_tells_the_count_of_the_rest()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 1);
        var stopped = account.Simulator.Instances.Where(instance => instance.Status == "STOPPED").Select(instance => instance.InstanceId).ToArray();
        account.Session["ids"] = stopped;
        var arrived = new TaskCompletionSource();
        using var asked = new ManualResetEventSlim();
        account.Session["asked"] = asked;
        account.Simulator.FaultFor = request =>
        {
            if (request.Action == "ReleaseInstances")
            {
                arrived.TrySetResult();
                asked.Wait(TestContext.Current.CancellationToken);
            }

            return null;
        };

        await account.Session.RunAndStopAsync("$ids | Remove-ZecInstance -Force -ThrottleLimit 1 | Watch-Stop $asked", arrived.Task);

        Assert.Contains(
            account.Session.Host.Lines,
            line => line == "WARNING: ReleaseInstances was stopped: 99 done, 1 failed, 0 in doubt, 20 never sent. Get-ZecOperation lists their IDs.");
        Assert.Equal(1, account.Releases);
        Assert.Equal(["PartiallyFailed", "NeverSent"], account.Run("(Get-ZecOperation).Outcome").Of<string>());
        Assert.Equal(stopped[100..], account.Run("(Get-ZecOperation)[1].Ids").Of<string>());
        Assert.Equal(stopped[..1], account.Run("(Get-ZecOperation)[0].FailedIds").Of<string>());
        Assert.StartsWith("T", account.Run("(Get-ZecOperation)[0].RequestId").Single<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_never_sent_is_the_input_of_the_next_run()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 1);
        account.Run("Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ErrorAction Stop -ThrottleLimit 1");

        var run = account.Run("(Get-ZecOperation)[-1].Ids | Remove-ZecInstance -Force | Out-Null; (Get-ZecOperation).Outcome");

        Assert.Empty(run.Errors);
        Assert.Equal(["PartiallyFailed", "NeverSent", "Succeeded"], run.Of<string>());
        Assert.Single(account.Simulator.Instances, instance => instance.Status == "STOPPED");
    }

    [Fact]
    public async Task Operations_are_those_of_the_session_newest_last_and_not_without_end()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("1..1005 | ForEach-Object { Remove-ZecInstance \"i-$_\" -Force -ErrorAction SilentlyContinue | Out-Null }; (Get-ZecOperation).Ids");

        Assert.Equal(Enumerable.Range(6, 1000).Select(number => $"i-{number}"), run.Of<string>());
        using var other = new PowerShellSession();
        Assert.Empty(other.Must("Get-ZecOperation").Output);
    }
}
