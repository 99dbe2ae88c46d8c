using System.Text.RegularExpressions;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What a run that was cut short leaves behind for whoever goes on from there.</summary>
public class OperationTests
{
    private const string Order =
        "New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId subnet-1";

    [Fact]
    public async Task Ctrl_C_lets_the_request_in_flight_come_home_and_tells_the_count_of_the_rest()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 1);
        var stopped = account.Simulator.Instances.Where(instance => instance.Status == "STOPPED").Select(instance => instance.InstanceId).ToArray();
        account.Session["ids"] = stopped;

        await account.StopInReleaseAsync("$ids | Remove-ZecInstance -Force -ThrottleLimit 1");

        Assert.Contains(
            account.Session.Host.Lines,
            line => Regex.IsMatch(line, @"^WARNING: ReleaseInstances was stopped: 99 done, 1 failed, 0 unknown, 0 skipped, 20 never sent in \d+\.\d s\. Get-ZecOperation lists their IDs\.$"));
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
    public async Task Of_what_succeeded_the_last_thousand_batches_are_kept_and_of_what_did_not_all_with_the_newest_last()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 1010);
        account.Session["ids"] = account.Simulator.Instances.Select(instance => instance.InstanceId).ToArray();
        account.Simulator.FaultFor = request => request.Action == "ModifyInstancesAttribute" && account.Simulator.Calls.Count == 3
            ? Simulator.SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE")
            : null;

        var run = account.Session.Run("$ids | ForEach-Object { Set-ZecInstance $_ -Name n -ErrorAction SilentlyContinue | Out-Null }; Get-ZecOperation | ForEach-Object { \"$($_.Outcome) $($_.Ids)\" }");

        var expected = account.Simulator.Instances.Select((instance, index) => $"{(index == 3 ? "Failed" : "Succeeded")} {instance.InstanceId}").ToArray();
        Assert.Equal([expected[3], .. expected[10..]], run.Of<string>());
    }

    [Fact]
    public async Task Operations_are_those_of_all_runspaces_of_the_process_and_of_no_other_process()
    {
        await using var account = await ServedAccount.StartAsync();
        using var beside = new PowerShellSession(account.Session);
        using var elsewhere = new PowerShellSession();
        using (var other = new PowerShellSession(account.Session))
        {
            other.Must("Connect-Zec -Simulator -Name lab; Get-ZecInstance -Status STOPPED -First 1 | Remove-ZecInstance -Force");
        }

        account.Run("Remove-ZecInstance i-1 -Force");

        Assert.Equal(["Succeeded", "Failed"], beside.Must("(Get-ZecOperation).Outcome").Of<string>());
        Assert.Empty(elsewhere.Must("Get-ZecOperation").Output);
    }

    [Fact]
    public void Operations_of_one_account_can_be_chosen()
    {
        using var session = new PowerShellSession();
        session.Must($"$a = Connect-Zec -Simulator -PassThru; $b = Connect-Zec -Simulator -Name lab -PassThru; $a, $b | ForEach-Object {{ {Order} -Connection $_ }}");

        Assert.Equal(["lab"], session.Must("(Get-ZecOperation -Account L*).Account").Of<string>());
        Assert.Equal(["simulator-1", "lab"], session.Must("(Get-ZecOperation).Account").Of<string>());
        Assert.Empty(session.Must("Get-ZecOperation -Account simulator-2").Output);
    }
}
