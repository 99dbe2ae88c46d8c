using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Instances are shut down softly; their power is cut only where somebody said so, and is asked about first.</summary>
public class PowerCutTests
{
    private static readonly string[] Cuts = ["Stop-ZecInstance -PowerOff", "Restart-ZecInstance -PowerCycle"];

    private static readonly string[] Preferences = ["", "$ConfirmPreference = 'Low'; ", "$ConfirmPreference = 'Medium'; ", "$ConfirmPreference = 'High'; "];

    public static MatrixTheoryData<string, string> EveryPreference => new(Cuts, Preferences);

    public static MatrixTheoryData<string, string> EveryWayToBeAsked => new(Cuts, ["-Confirm", "-Force -Confirm", "-Force:$false", "-WhatIf:$false", "-Debug", "-Verbose"]);

    public static MatrixTheoryData<string, string, string> EveryWayNotToBeAsked => new(
        Cuts, [.. Preferences, "$ConfirmPreference = 'None'; "], ["-Force", "-Confirm:$false", "-Force -Confirm:$false", "-Force -WhatIf:$false -Verbose"]);

    public static MatrixTheoryData<string, string, string> EveryRehearsal => new(
        Cuts,
        [.. Preferences, "$ConfirmPreference = 'None'; ", "$WhatIfPreference = $true; "],
        ["-WhatIf", "-WhatIf -Force", "-WhatIf -Confirm", "-WhatIf -Confirm:$false"]);

    [Theory]
    [MemberData(nameof(EveryPreference))]
    public async Task A_power_cut_is_asked_about_once_for_each_instance_with_what_it_costs(string command, string preference)
    {
        await using var account = await StartAsync();
        account.Session.Host.Answers.Enqueue("Yes");
        account.Session.Host.Answers.Enqueue("No");

        var run = account.Run($"{preference}Get-ZecInstance -Status RUNNING -First 2 | {command}");

        Assert.Null(run.Terminating);
        Assert.Equal(2, account.Session.Host.Questions.Count);
        Assert.All(account.Session.Host.Questions, question => Assert.Contains("data not written to disk is lost", question, StringComparison.Ordinal));
        var first = Assert.Single(run.Single<ZecBatchResult>().SucceededIds);
        Assert.Contains($"({first})", account.Session.Host.Questions[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryWayToBeAsked))]
    public async Task No_other_switch_answers_the_question(string command, string option)
    {
        await using var account = await StartAsync();
        account.Session.Host.Answers.Enqueue("No");

        var run = account.Run($"Get-ZecInstance -Status RUNNING -First 1 | {command} {option}");

        Assert.Null(run.Terminating);
        Assert.Single(account.Session.Host.Questions);
        AssertNothingWasSent(account);
    }

    [Theory]
    [MemberData(nameof(EveryWayNotToBeAsked))]
    public async Task Whoever_answers_beforehand_is_not_asked(string command, string preference, string option)
    {
        await using var account = await StartAsync();

        var run = account.Run($"{preference}Get-ZecInstance -Status RUNNING -First 2 | {command} {option}");

        Assert.Equal(2, run.Single<ZecBatchResult>().SucceededIds.Length);
        Assert.Empty(account.Session.Host.Questions);
    }

    [Theory]
    [InlineData("Stop-ZecInstance -PowerOff")]
    [InlineData("Restart-ZecInstance -PowerCycle")]
    public async Task Whoever_never_wants_to_be_asked_is_not(string command)
    {
        await using var account = await StartAsync();

        var run = account.Run($"$ConfirmPreference = 'None'; & {{ Get-ZecInstance -Status RUNNING -First 2 | {command} }}");

        Assert.Equal(2, run.Single<ZecBatchResult>().SucceededIds.Length);
        Assert.Empty(account.Session.Host.Questions);
    }

    [Theory]
    [MemberData(nameof(EveryRehearsal))]
    public async Task A_rehearsal_sends_and_asks_nothing(string command, string preference, string option)
    {
        await using var account = await StartAsync();

        var run = account.Run($"{preference}Get-ZecInstance -Status RUNNING -First 2 | {command} {option}");

        Assert.Null(run.Terminating);
        Assert.Empty(account.Session.Host.Questions);
        Assert.Equal(2, account.Session.Host.Lines.Count(line => line.StartsWith("What if:", StringComparison.Ordinal)));
        AssertNothingWasSent(account);
    }

    [Theory]
    [InlineData("Stop-ZecInstance -PowerOff", "")]
    [InlineData("Stop-ZecInstance -PowerOff", "$ConfirmPreference = 'Medium'; ")]
    [InlineData("Restart-ZecInstance -PowerCycle", "")]
    [InlineData("Restart-ZecInstance -PowerCycle", "$ConfirmPreference = 'Medium'; ")]
    public async Task Yes_to_all_and_no_to_all_are_asked_once(string command, string preference)
    {
        await using var account = await StartAsync();
        account.Session.Host.Answers.Enqueue("No to All");
        account.Session.Host.Answers.Enqueue("Yes to All");

        var declined = account.Run($"{preference}Get-ZecInstance -Status RUNNING -First 5 | {command}");
        AssertNothingWasSent(account);
        var accepted = account.Run($"{preference}Get-ZecInstance -Status RUNNING -First 5 | {command}");

        Assert.Empty(declined.Output);
        Assert.Equal(5, accepted.Single<ZecBatchResult>().SucceededIds.Length);
        Assert.Equal(2, account.Session.Host.Questions.Count);
    }

    [Theory]
    [MemberData(nameof(EveryPreference))]
    public async Task Where_nobody_can_answer_it_is_an_error_and_nothing_is_sent(string command, string preference)
    {
        await using var account = await StartAsync();

        var run = account.Run($"{preference}Get-ZecInstance -Status RUNNING | {command}");

        Assert.Contains("Nobody is there to be asked", run.Everything, StringComparison.Ordinal);
        Assert.Single(run.Errors);
        AssertNothingWasSent(account);
    }

    [Theory]
    [InlineData("Stop-ZecInstance", "", false)]
    [InlineData("Stop-ZecInstance -PowerOff:$false", "", false)]
    [InlineData("Restart-ZecInstance", "", false)]
    [InlineData("Restart-ZecInstance -PowerCycle:$false", "", false)]
    [InlineData("Stop-ZecInstance", "$ConfirmPreference = 'Medium'; ", true)]
    [InlineData("Restart-ZecInstance", "$ConfirmPreference = 'Low'; ", true)]
    [InlineData("Stop-ZecInstance -Force", "$ConfirmPreference = 'Medium'; ", false)]
    [InlineData("Restart-ZecInstance -Force", "$ConfirmPreference = 'Low'; ", false)]
    public async Task A_soft_shutdown_is_asked_about_only_by_those_who_set_their_preference_so(string command, string preference, bool isAsked)
    {
        await using var account = await StartAsync();
        account.Session.Host.Answers.Enqueue("Yes");

        var run = account.Run($"{preference}Get-ZecInstance -Status RUNNING -First 1 | {command}");

        Assert.Single(run.Single<ZecBatchResult>().SucceededIds);
        Assert.Equal(isAsked ? 1 : 0, account.Session.Host.Questions.Count);
        Assert.Contains(":false", Assert.Single(account.Simulator.Calls, call => call.Action is "StopInstances" or "RebootInstances").Body, StringComparison.Ordinal);
    }

    private static void AssertNothingWasSent(ServedAccount account)
        => Assert.DoesNotContain(account.Simulator.Calls, call => call.Action is "StopInstances" or "RebootInstances");

    private static Task<ServedAccount> StartAsync() => ServedAccount.StartAsync(options =>
    {
        options.InstanceCount = 40;
        options.TransitionTime = TimeSpan.Zero;
    });
}
