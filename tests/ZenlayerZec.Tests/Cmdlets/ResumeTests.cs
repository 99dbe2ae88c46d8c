using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;
using ZenlayerZec.Tests.Journal;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>The one safe command for what is unknown, failed or was never sent.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_release_that_was_carried_out_all_the_same_is_done_and_nothing_is_sent()
    {
        await using var account = await StartAsync(options => options.RecycleBin = true);
        Lose(account, "ReleaseInstances", carriesOut: true, blindFor: 100);
        account.Run("$results = Get-ZecInstance -Status STOPPED -First 3 | Remove-ZecInstance -Force -ErrorAction SilentlyContinue");
        account.Simulator.FaultFor = null;
        Assert.Equal(["Unknown"], account.Run("$results.Status").Output.Select(status => status.ToString()));

        var run = account.Run("$results | Resume-ZecOperation -Force");

        var looked = Assert.Single(run.Of<ZecBatchResult>());
        Assert.Equal(3, looked.SucceededIds.Length);
        Assert.Equal(0, looked.Attempts);
        Assert.Equal(1, account.Releases);
        Assert.Equal(3, account.Simulator.Instances.Count(instance => instance.Status == "RECYCLE"));
        Assert.Empty(account.Run("Get-ZecOperation -InDoubt").Output);
    }

    [Fact]
    public async Task What_still_stands_is_released_with_the_same_options()
    {
        await using var account = await StartAsync();
        Lose(account, "ReleaseInstances", carriesOut: false);
        account.Run("Get-ZecInstance -Status STOPPED -First 3 | Remove-ZecInstance -Force -KeepDependentResource -ErrorAction SilentlyContinue");
        account.Simulator.FaultFor = null;

        var run = account.Run("Get-ZecOperation -InDoubt | Resume-ZecOperation -Force");

        Assert.Empty(run.Errors);
        var result = Assert.Single(run.Of<ZecBatchResult>());
        Assert.Equal(3, result.SucceededIds.Length);
        Assert.Equal("KeepDependentResource=True, Purge=False", result.Options);
        Assert.Equal(2, account.Releases);
        Assert.Empty(account.Run("Get-ZecOperation -InDoubt").Output);
    }

    [Fact]
    public async Task An_instance_in_the_recycle_bin_is_not_done_where_it_was_to_be_purged()
    {
        await using var account = await StartAsync(options => options.RecycleBin = true);
        account.Session.Must("$ids = (Get-ZecInstance -Status STOPPED -First 2).InstanceId; Remove-ZecInstance $ids -Force | Out-Null");
        var left = "[pscustomobject]@{ PSTypeName = 'Deserialized.ZenlayerZec.Client.Batching.ZecBatchResult'; Action = 'ReleaseInstances'; UnknownIds = $ids; FailedIds = @(); Account = (Get-ZecConnection).Account; Options = 'KeepDependentResource=False, Purge=False' }";

        account.Session.Must($"{left} | Resume-ZecOperation -Force");
        Assert.Equal(2, account.Simulator.Instances.Count(instance => instance.Status == "RECYCLE"));
        account.Session.Must($"{left.Replace("Purge=False", "Purge=True", StringComparison.Ordinal)} | Resume-ZecOperation -Force");
        Assert.DoesNotContain(account.Simulator.Instances, instance => instance.Status == "RECYCLE");
    }

    [Fact]
    public async Task What_failed_and_what_was_never_sent_is_sent_again_and_the_rest_is_left_alone()
    {
        await using var account = await StartAsync(options => options.FailureCount = 1);
        account.Run("Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ErrorAction Stop -ThrottleLimit 1");

        var run = account.Run("Get-ZecOperation | Resume-ZecOperation -Force");

        Assert.Equal(20, run.Of<ZecBatchResult>().Sum(result => result.SucceededIds.Length));
        Assert.Equal(run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds), run.Errors.Select(error => error.TargetObject));
        Assert.Single(account.Simulator.Instances, instance => instance.Status == "STOPPED");
    }

    [Theory]
    [InlineData("Restart-ZecInstance", "RUNNING", "RebootInstances")]
    [InlineData("Reset-ZecInstance -Force", "STOPPED", "ResetInstances")]
    public async Task What_may_not_be_done_twice_stays_unknown_unless_that_is_asked_for(string command, string state, string action)
    {
        await using var account = await StartAsync();
        Lose(account, action, carriesOut: false);
        account.Run($"$results = Get-ZecInstance -Status {state} -First 2 | {command} -ErrorAction SilentlyContinue");
        account.Simulator.FaultFor = null;

        var first = account.Run("$results | Resume-ZecOperation -Force");
        Assert.Equal(1, Sent(account, action));
        Assert.Equal(2, Assert.Single(first.Of<ZecBatchResult>()).UnknownIds.Length);
        Assert.Contains("-IncludeUnknown", Assert.Single(first.Warnings), StringComparison.Ordinal);
        Assert.NotEmpty(account.Run("Get-ZecOperation -InDoubt").Output);

        var second = account.Run("$results | Resume-ZecOperation -Force -IncludeUnknown");
        Assert.Equal(2, Sent(account, action));
        Assert.Equal(2, Assert.Single(second.Of<ZecBatchResult>()).SucceededIds.Length);
    }

    [Fact]
    public async Task Starts_stops_and_names_are_told_as_done_where_they_are()
    {
        await using var account = await StartAsync();
        var ids = account.Run("$ids = (Get-ZecInstance -Status RUNNING -First 2).InstanceId; Stop-ZecInstance $ids[0] | Out-Null; $ids").Of<string>();
        string Left(string action, string options) => "[pscustomobject]@{ PSTypeName = 'Deserialized.ZenlayerZec.Client.Batching.ZecBatchResult'; "
            + $"Action = '{action}'; UnknownIds = @($ids[0]); FailedIds = @($ids[1]); Account = (Get-ZecConnection).Account; Options = '{options}' }} | Resume-ZecOperation";

        var stop = account.Session.Must(Left("StopInstances", "PowerOff=False")).Of<ZecBatchResult>();
        var rename = account.Session.Must(Left("ModifyInstancesAttribute", "Name=web-1")).Of<ZecBatchResult>();
        var again = account.Session.Must(Left("ModifyInstancesAttribute", "Name=web-1")).Of<ZecBatchResult>();

        Assert.Equal([0, 1], stop.Select(result => result.Attempts));
        Assert.Equal([ids[0], ids[1]], stop.Select(result => Assert.Single(result.SucceededIds)));
        Assert.Equal(2, Assert.Single(rename).SucceededIds.Length);
        Assert.Equal(0, Assert.Single(again).Attempts);
    }

    [Theory]
    [InlineData("ReleaseInstances", "", "Remove-ZecInstance")]
    [InlineData("ReleaseInstances", "Purge=False", "Remove-ZecInstance")]
    [InlineData("ReleaseInstances", "KeepDependentResource=perhaps, Purge=False", "Remove-ZecInstance")]
    [InlineData("ReleaseInstances", "KeepDependentResource=False, Purge=False, Force=True", "Remove-ZecInstance")]
    [InlineData("ResetInstances", null, "Reset-ZecInstance")]
    [InlineData("CreateZecInstances", null, "New-ZecInstance")]
    [InlineData("DetachDisks", "AllowRunning=False", "Dismount-ZecDisk")]
    [InlineData("ApplySnapshot", "", "Restore-ZecSnapshot")]
    [InlineData("DeleteDisks", null, "Invoke-ZecApi DeleteDisks")]
    public async Task What_cannot_be_known_is_refused_with_the_command_to_run(string action, string? options, string command)
    {
        await using var account = await StartAsync();
        account.Session["action"] = action;
        account.Session["options"] = options;

        var run = account.Run(
            "[pscustomobject]@{ PSTypeName = 'Deserialized.ZenlayerZec.Client.Batching.ZecBatchResult'; Action = $action; UnknownIds = @('i-1'); FailedIds = @(); Account = (Get-ZecConnection).Account; Options = $options } | Resume-ZecOperation -Force");

        var error = Assert.Single(run.Errors);
        Assert.StartsWith("CannotResume,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(command, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_result_goes_back_to_its_account_and_what_came_from_elsewhere_to_no_other()
    {
        await using var account = await StartAsync(options => options.FailureCount = 1);
        account.Run("$results = Get-ZecInstance -Status STOPPED -First 1 | Remove-ZecInstance -Force -ErrorAction SilentlyContinue; Connect-Zec -Simulator -Name lab; Get-ZecInstance -First 1 | Set-ZecInstance -Name n | Out-Null");

        account.Run("$results | Resume-ZecOperation -Force -ErrorAction SilentlyContinue");
        Assert.Equal(2, account.Releases);

        var run = account.Run("(Get-ZecOperation -All | Where-Object FailedIds)[0], 'text', (Get-ZecInstance -First 1) | Resume-ZecOperation -Force");
        Assert.Equal(["OtherAccount", "NotAnOperation", "NotAnOperation"], run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(2, account.Releases);
    }

    [Fact]
    public async Task What_another_living_process_may_still_send_is_left_to_it()
    {
        await using var account = await StartAsync();
        using var elsewhere = new PowerShellSession(journal: _folder.Path);
        elsewhere["endpoint"] = account.Endpoint;
        elsewhere["secret"] = ServedAccount.Plain(ServedAccount.Secret);
        elsewhere.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret");
        PowerShellRun? run = null;
        account.Simulator.FaultFor = request =>
        {
            run ??= request.Action == "ReleaseInstances" ? elsewhere.Run("Get-ZecOperation -InDoubt | Resume-ZecOperation -Force") : null;
            return null;
        };

        account.Run("Get-ZecInstance -Status STOPPED -First 1 | Remove-ZecInstance -Force | Out-Null");

        Assert.Contains("may still be sending", Assert.Single(run!.Warnings), StringComparison.Ordinal);
        Assert.Equal(1, account.Releases);
    }

    [Fact]
    public async Task It_asks_as_the_cmdlet_does_counts_before_and_changes_nothing_under_WhatIf()
    {
        await using var account = await StartAsync(options => options.FailureCount = 2);
        account.Run("$results = Get-ZecInstance -Status STOPPED -First 2 | Remove-ZecInstance -Force -ErrorAction SilentlyContinue");

        Assert.Empty(account.Session.Must("$results | Resume-ZecOperation -WhatIf").Output);
        Assert.Equal(2, account.Session.Host.Lines.Count(line => line.StartsWith("What if:", StringComparison.Ordinal)));
        Assert.Equal("MaximumCountExceeded", Assert.Single(account.Run("$results | Resume-ZecOperation -Force -MaximumCount 1").Errors).FullyQualifiedErrorId.Split(',')[0]);
        account.Session.Host.Answers.Enqueue("No to All");
        Assert.Empty(account.Run("$results | Resume-ZecOperation").Output);
        Assert.Single(account.Session.Host.Questions);
        Assert.Equal(1, account.Releases);
    }

    [Fact]
    public async Task Errors_results_and_preferences_are_this_cmdlets_own()
    {
        await using var account = await StartAsync(options => options.FailureCount = 4);
        account.Run("$results = Get-ZecInstance -Status STOPPED -First 2 | Remove-ZecInstance -Force -ErrorAction SilentlyContinue");
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null;

        var run = account.Run("$again = $results | Resume-ZecOperation -Force -ErrorAction SilentlyContinue -ErrorVariable failures; $?; $again.Status; @($failures).Count");
        Assert.Equal(["False", "Failed", "1"], run.Output.Select(item => item.ToString()));
        Assert.Empty(run.Errors);

        var stopped = account.Run("$results | Resume-ZecOperation -Force -ErrorAction Stop; 'never'");
        Assert.NotNull(stopped.Terminating);
        Assert.DoesNotContain("never", stopped.Output.Select(item => item.ToString()));
    }

    [Fact]
    public async Task An_instance_that_is_gone_cannot_be_started_and_an_empty_pipeline_asks_for_nothing()
    {
        await using var account = await StartAsync();

        var run = account.Run(
            "[pscustomobject]@{ PSTypeName = 'Deserialized.ZenlayerZec.Client.Batching.ZecBatchResult'; Action = 'StartInstances'; UnknownIds = @('i-1'); FailedIds = @(); Account = (Get-ZecConnection).Account; Options = '' } | Resume-ZecOperation");

        Assert.Equal(["i-1"], Assert.Single(run.Of<ZecBatchResult>()).FailedIds);
        Assert.StartsWith("InstanceNotFound,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(account.Session.Must("@() | Resume-ZecOperation").Output);
        Assert.Empty(account.Session.Must("Get-ZecInstance -Status STOPPED -First 1 | Remove-ZecInstance -Force | Resume-ZecOperation").Output);
    }

    [Theory]
    [InlineData("Restart-ZecInstance", "RUNNING", "RebootInstances", "Restart-ZecInstance")]
    [InlineData("Reset-ZecInstance -Force", "STOPPED", "ResetInstances", "Reset-ZecInstance -Force")]
    [InlineData("Stop-ZecInstance", "RUNNING", "StopInstances", "Restart-ZecInstance")]
    [InlineData("Remove-ZecInstance -Force", "STOPPED", "ReleaseInstances", "Start-ZecInstance")]
    [InlineData("Set-ZecInstance -Name old", "RUNNING", "ModifyInstancesAttribute", "Set-ZecInstance -Name new")]
    public async Task What_a_later_change_has_overtaken_is_left_alone(string command, string state, string action, string later)
    {
        await using var account = await StartAsync(options => options.TransitionTime = TimeSpan.Zero);
        account.Session.Must("$id = (Get-ZecInstance -Status " + state + " -First 1).InstanceId");
        account.Simulator.FaultFor = request => request.Action == action ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null;
        account.Run($"$results = $id | {command} -ErrorAction SilentlyContinue");
        account.Simulator.FaultFor = null;
        account.Session.Must($"$id | {later} | Out-Null");
        var sent = account.Simulator.Calls.Count;

        var run = account.Run("$results | Resume-ZecOperation -Force; Get-ZecOperation | Resume-ZecOperation -Force");

        Assert.Empty(run.Output);
        Assert.All(run.Warnings, warning => Assert.Contains("a later change has succeeded", warning, StringComparison.Ordinal));
        Assert.Equal(sent, account.Simulator.Calls.Count);
    }

    [Theory]
    [InlineData("$results", 1)]
    [InlineData("$results", 2)]
    [InlineData("(Get-ZecOperation | Where-Object Outcome -eq Failed)", 1)]
    [InlineData("(Get-ZecOperation | Where-Object Outcome -eq Failed)", 2)]
    public async Task A_copy_says_when_it_was_and_undoes_no_later_change(string left, int levels)
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ModifyInstancesAttribute" ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null;
        account.Run("$id = (Get-ZecInstance -Status RUNNING -First 1).InstanceId; $results = Set-ZecInstance $id -Name old -ErrorAction SilentlyContinue");
        account.Simulator.FaultFor = null;
        account.Session.Must($"$copy = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize({left}, {levels}))");
        account.Session.Must("Set-ZecInstance $id -Name new | Out-Null");

        var run = account.Run("$copy | Resume-ZecOperation -Force");

        Assert.Contains("a later change has succeeded", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal("new", account.Session.Must("(Get-ZecInstance $id).InstanceName").Single<string>());
    }

    [Fact]
    public async Task What_was_never_sent_is_reset_only_once_however_often_it_is_resumed()
    {
        await using var account = await StartAsync(options => options.FailureCount = 1);
        account.Run("Get-ZecInstance -Status STOPPED | Reset-ZecInstance -Force -ErrorAction Stop -ThrottleLimit 1");
        const string Resume = "Get-ZecOperation | Where-Object Outcome -eq NeverSent | Resume-ZecOperation -Force";

        Assert.Equal(20, account.Run(Resume).Of<ZecBatchResult>().Sum(result => result.SucceededIds.Length));
        var again = account.Run(Resume);

        Assert.Empty(again.Output);
        Assert.Single(again.Warnings);
        Assert.Equal(2, Sent(account, "ResetInstances"));
    }

    [Fact]
    public async Task What_is_not_there_is_not_told_as_released_unless_its_release_was_lost()
    {
        await using var account = await StartAsync(options => options.TransitionTime = TimeSpan.Zero);
        account.Run("$results = 'i-none' | Remove-ZecInstance -Force -ErrorAction SilentlyContinue");
        var lost = "[pscustomobject]@{ PSTypeName = 'Deserialized.ZenlayerZec.Client.Batching.ZecBatchResult'; Action = 'ReleaseInstances'; UnknownIds = @('i-none'); FailedIds = @(); Account = (Get-ZecConnection).Account; Options = 'KeepDependentResource=False, Purge=False' }";

        var run = account.Run($"$results | Resume-ZecOperation -Force; {lost} | Resume-ZecOperation -Force");

        Assert.Equal([["i-none"], ["i-none"]], run.Of<ZecBatchResult>().Select(result => result.FailedIds.ToArray()));
        Assert.Equal(["InstanceNotFound", "InstanceNotFound"], run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Fact]
    public async Task A_release_leaves_instances_that_are_in_use_now_unless_they_are_meant()
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null;
        account.Run("$results = @(Get-ZecInstance -Status STOPPED -First 1; Get-ZecInstance -Status RUNNING -First 1) | Remove-ZecInstance -Force -ErrorAction SilentlyContinue");
        account.Simulator.FaultFor = null;
        var running = account.Run("($results.FailedIds | Get-ZecInstance | Where-Object Status -eq RUNNING).InstanceId").Single<string>();

        var first = account.Run("$results | Resume-ZecOperation -Force");
        Assert.Contains("-IncludeRunning", Assert.Single(first.Warnings), StringComparison.Ordinal);
        Assert.Equal([running], first.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
        Assert.Single(first.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds));

        var second = account.Run("$results | Resume-ZecOperation -Force -IncludeRunning");
        Assert.Contains(running, second.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds));
        Assert.Equal(3, account.Releases);
    }

    private Task<ServedAccount> StartAsync(Action<SimulatorOptions>? configure = null) => StartServedAsync(configure, _folder.Path);

    private static async Task<ServedAccount> StartServedAsync(Action<SimulatorOptions>? configure, string journal)
    {
        var account = await ServedAccount.StartAsync(configure, journal);
        account.Session.Must(
            $"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1 -MaximumAttemptCount 1");
        return account;
    }

    private static int Sent(ServedAccount account, string action) => account.Simulator.Calls.Count(call => call.Action == action);

    /// <summary>Loses the first answer to an action, and fails the looks after it, so that nothing settles it.</summary>
    private static void Lose(ServedAccount account, string action, bool carriesOut, int blindFor = 0) => account.Simulator.FaultFor = request =>
        request.Action == action ? SimulatedFault.Drop(carriesOut)
        : blindFor > 0 && account.Simulator.Calls.Any(call => call.Action == action) ? SimulatedFault.Error(500, "INTERNAL_ERROR")
        : null;
}
