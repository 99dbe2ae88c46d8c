using System.Management.Automation;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Any action by its name: what is sent, how often, and after which question.</summary>
public class InvokeApiTests
{
    private const string Release = "Invoke-ZecApi ReleaseInstances @{ instanceIds = $ids }";

    [Fact]
    public async Task It_names_the_cmdlet_where_there_is_one()
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Contains("There is a cmdlet for DescribeDisks: Get-ZecDisk.", account.Session.Must("Invoke-ZecApi describedisks -Verbose").Verbose);
        Assert.DoesNotContain(
            account.Run("Invoke-ZecApi DescribeNatGateways -Verbose").Verbose, line => line.Contains("There is a cmdlet", StringComparison.Ordinal));
        Assert.EndsWith(
            "for which there is Remove-ZecDisk",
            account.Session.Must("(TabExpansion2 'Invoke-ZecApi ReleaseD' 22).CompletionMatches[0].ToolTip").Single<string>(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invoke-ZecApi DescribeInstances @{ pageSize = 2 }")]
    [InlineData("Invoke-ZecApi describeinstances '{ \"pageSize\": 2 }' -Confirm")]
    [InlineData("@{ pageSize = 2 } | Invoke-ZecApi DescribeInstances -WhatIf")]
    [InlineData("Invoke-ZecApi -Body @{ pageSize = 2 } -Action DescribeInstances -Connection (Get-ZecConnection) -TimeoutSec 60")]
    public async Task A_look_is_answered_with_the_services_own_names_and_asks_nobody(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        var answer = Assert.Single(account.Run($"{script} -ErrorAction Stop").Output);

        Assert.Equal(["requestId", "dataSet", "totalCount"], answer.Properties.Select(property => property.Name));
        Assert.Equal(250, answer.Properties["totalCount"].Value);
        var rows = Assert.IsType<object[]>(answer.Properties["dataSet"].Value);
        Assert.Equal(account.Simulator.Instances.Take(2).Select(instance => instance.InstanceId), rows.Select(row => ((PSObject)row).Properties["instanceId"].Value));
        Assert.Equal("DescribeInstances", Assert.Single(account.Simulator.Calls).Action);
        Assert.Empty(account.Session.Host.Questions);
    }

    [Fact]
    public async Task A_look_whose_answer_is_lost_is_sent_again()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: true));

        Assert.Single(account.Run("Invoke-ZecApi DescribeInstances @{ pageSize = 1 } -ErrorAction Stop").Output);
        Assert.Equal(2, account.Simulator.Calls.Count);
    }

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-WhatIf -Force")]
    [InlineData("-WhatIf -Confirm:$false")]
    public async Task What_if_changes_nothing_and_says_what_would_have_been(string option)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["ids"] = account.Simulator.Instances.Take(5).Select(instance => instance.InstanceId).ToArray();

        var run = account.Run($"{Release} {option}");

        Assert.Empty(run.Output);
        Assert.Empty(account.Simulator.Calls);
        var ids = account.Simulator.Instances.Take(3).Select(instance => instance.InstanceId);
        Assert.Contains(
            $"What if: Performing the operation \"ReleaseInstances (for which there is Remove-ZecInstance)\" on target \"instanceIds {string.Join(", ", ids)} and 2 more\".",
            account.Session.Host.Lines);
    }

    [Theory]
    [InlineData("$WhatIfPreference = $true; ", "-Force")]
    [InlineData("$WhatIfPreference = $true; ", "-Confirm:$false")]
    [InlineData("", "")]
    [InlineData("", "-Force -Confirm")]
    public async Task Nothing_is_changed_that_nobody_said_yes_to(string before, string option)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["ids"] = account.Simulator.Instances[0].InstanceId;

        Assert.Empty(account.Run($"{before}{Release} {option}").Output);
        Assert.Empty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("Yes", 249)]
    [InlineData("No", 250)]
    public async Task A_change_is_asked_about_by_its_action_and_its_IDs(string reply, int left)
    {
        await using var account = await ServedAccount.StartAsync();
        var id = account.Simulator.Instances[0].InstanceId;
        account.Session["ids"] = id;
        account.Session.Host.Answers.Enqueue(reply);

        account.Run("Invoke-ZecApi ReleaseInstances @{ instanceIds = @($ids); dependResource = $false }");

        Assert.Contains($"\"ReleaseInstances (for which there is Remove-ZecInstance)\" on target \"instanceIds {id}\"", Assert.Single(account.Session.Host.Questions), StringComparison.Ordinal);
        Assert.Equal(left, account.Simulator.Instances.Count);
    }

    [Theory]
    [InlineData("-Force")]
    [InlineData("-Confirm:$false")]
    public async Task Whoever_says_so_is_not_asked(string option)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["ids"] = account.Simulator.Instances.Take(2).Select(instance => instance.InstanceId).ToArray();

        var answer = Assert.Single(account.Run($"{Release} {option}").Output);

        Assert.StartsWith("T", (string)answer.Properties["requestId"].Value, StringComparison.Ordinal);
        Assert.Equal(248, account.Simulator.Instances.Count);
        Assert.Empty(account.Session.Host.Questions);
    }

    [Theory]
    [InlineData("drop", false, ErrorCategory.ConnectionError, "ConnectionLost")]
    [InlineData("drop", true, ErrorCategory.ConnectionError, "ConnectionLost")]
    [InlineData("cut", true, ErrorCategory.ConnectionError, "ConnectionLost")]
    [InlineData("garbage", true, ErrorCategory.InvalidResult, "AnswerMalformed")]
    [InlineData("unavailable", true, ErrorCategory.ResourceUnavailable, "SERVICE_TEMPORARY_UNAVAILABLE")]
    [InlineData("500", false, ErrorCategory.ResourceUnavailable, "INTERNAL_SERVER_ERROR")]
    [InlineData("hang", true, ErrorCategory.OperationTimeout, "RequestTimedOut")]
    public async Task A_change_whose_answer_is_lost_is_never_sent_again(string fault, bool carriesOut, ErrorCategory category, string code)
    {
        await using var account = await ServedAccount.StartAsync();
        var id = account.Simulator.Instances[0].InstanceId;
        account.Session["ids"] = new[] { id };
        account.Simulator.Faults.Enqueue(fault switch
        {
            "drop" => SimulatedFault.Drop(carriesOut),
            "cut" => SimulatedFault.Cut(),
            "garbage" => SimulatedFault.Garbage(carriesOut),
            "hang" => SimulatedFault.Hang(carriesOut),
            "unavailable" => SimulatedFault.Error(503, "SERVICE_TEMPORARY_UNAVAILABLE", carriesOut),
            _ => SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR", carriesOut),
        });

        var run = account.Run($"{Release} -Force -TimeoutSec 1");

        var error = Assert.Single(run.Errors);
        Assert.Empty(run.Output);
        Assert.Equal($"{code},ZenlayerZec.Commands.InvokeZecApiCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal("ReleaseInstances", error.TargetObject);
        Assert.StartsWith($"It is unknown whether ReleaseInstances (instanceIds {id}) was carried out:", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Check with a Describe action", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(1, account.Releases);
    }

    [Theory]
    [InlineData(429, "REQUEST_LIMIT_EXCEEDED")]
    [InlineData(400, "REQUEST_LIMIT_EXCEEDED")]
    public async Task A_change_that_was_certainly_not_carried_out_is_sent_again(int status, string code)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["ids"] = new[] { account.Simulator.Instances[0].InstanceId };
        account.Simulator.Faults.Enqueue(SimulatedFault.Error(status, code, retryAfter: TimeSpan.Zero));

        Assert.Single(account.Run($"{Release} -Force -ErrorAction Stop").Output);
        Assert.Equal(2, account.Releases);
        Assert.Equal(249, account.Simulator.Instances.Count);
    }

    [Fact]
    public async Task A_refusal_is_an_error_with_everything_in_it_and_the_next_body_goes_on()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("@{ pageSize = 5000; zoneId = 'z-1' }, @{ pageSize = 1 } | Invoke-ZecApi DescribeInstances");

        var error = Assert.Single(run.Errors);
        Assert.Equal("INVALID_PARAMETER_EXCEED_MAXIMUM,ZenlayerZec.Commands.InvokeZecApiCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Matches(@"^DescribeInstances \(zoneId z-1\) failed: .*HTTP 400, requestId T[0-9A-F-]{36}\)\.$", error.ToString());
        Assert.Single(run.Output);
    }

    [Fact]
    public async Task An_action_that_the_service_does_not_know_is_sent_and_refused_and_no_further_body_goes_out()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("try { @{}, @{} | Invoke-ZecApi DescribeWhatIsNew2030 } catch { throw }");

        Assert.Equal("AUTHFAILURE_UNAUTHORIZED_OPERATION,ZenlayerZec.Commands.InvokeZecApiCommand", run.Terminating!.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.PermissionDenied, run.Terminating.CategoryInfo.Category);
        Assert.Equal("DescribeWhatIsNew2030", Assert.Single(account.Simulator.Calls).Action);
    }

    [Theory]
    [InlineData("-Action 'Describe Instances'", "is not a valid action name")]
    [InlineData("-Action \"Describe`nInstances\"", "is not a valid action name")]
    [InlineData("-Action \"DescribeInstances`n\"", "is not a valid action name")]
    [InlineData("-Action 'D'", "is not a valid action name")]
    [InlineData("-Action \"$nothing\"", "is not a valid action name")]
    [InlineData("DescribeInstances -Version 1", "'Version'")]
    [InlineData("DescribeInstances -Version \"2025-09-01`n\"", "'Version'")]
    [InlineData("DescribeInstances $nothing", "'Body'")]
    public async Task What_cannot_be_meant_is_not_sent(string arguments, string words)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Contains(words, account.Run($"Invoke-ZecApi {arguments}").Everything, StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("@() | Invoke-ZecApi DescribeInstances")]
    [InlineData("$nothing | Invoke-ZecApi DescribeInstances")]
    [InlineData("@() | Invoke-ZecApi ReleaseInstances @{ instanceIds = 'i-1' } -Force")]
    [InlineData("Get-ZecOperation | Invoke-ZecApi DescribeInstances")]
    public async Task An_empty_pipeline_asks_for_nothing(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Empty(account.Run(script).Output);
        Assert.Empty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("", "2025-09-01")]
    [InlineData("-Version 2024-04-01", "2024-04-01")]
    public async Task The_version_is_the_one_that_was_asked_for(string option, string version)
    {
        await using var account = await ServedAccount.StartAsync();
        string? sent = null;
        account.Simulator.FaultFor = request =>
        {
            sent = request.Header("X-ZC-Version");
            return null;
        };

        account.Run($"Invoke-ZecApi DescribeInstances @{{ pageSize = 1 }} {option}");

        Assert.Equal(version, sent);
    }

    [Fact]
    public async Task Ctrl_C_lets_a_change_in_flight_come_home_and_tells_what_became_of_it()
    {
        await using var account = await ServedAccount.StartAsync();
        var id = account.Simulator.Instances[0].InstanceId;
        account.Session["ids"] = new[] { id };
        var arrived = new TaskCompletionSource();
        using var asked = new ManualResetEventSlim();
        account.Session["asked"] = asked;
        account.Simulator.FaultFor = request =>
        {
            arrived.TrySetResult();
            asked.Wait(TestContext.Current.CancellationToken);
            return null;
        };

        await account.Session.RunAndStopAsync($"{Release} -Force | Watch-Stop $asked", arrived.Task);

        Assert.Contains($"WARNING: ReleaseInstances (instanceIds {id}) was carried out before the stop.", account.Session.Host.Lines);
        Assert.Equal(1, account.Releases);
    }

    [Theory]
    [InlineData("desc", "DescribeAutoSnapshotPolicies", "DescribeZones")]
    [InlineData("'releasei", "ReleaseInstances", "ReleaseInstances")]
    [InlineData("EIPADDRESS", "AssociateEipAddress", "UnassociateEipAddress")]
    [InlineData("-Version 2", "2025-09-01", "2024-04-01")]
    public void Tab_completes_names_by_their_beginning_or_else_by_any_part(string typed, string first, string last)
    {
        using var session = new PowerShellSession();

        var names = Completions(session, $"Invoke-ZecApi {typed}");

        Assert.Equal((first, last), (names[0], names[^1]));
    }

    [Fact]
    public void Every_action_of_the_API_is_offered_once_and_in_order()
    {
        using var session = new PowerShellSession();

        var names = Completions(session, "Invoke-ZecApi -Action ");

        Assert.Equal(225, names.Count);
        Assert.Equal(names.Order(StringComparer.Ordinal).Distinct(StringComparer.OrdinalIgnoreCase), names);
    }

    private static IReadOnlyList<string> Completions(PowerShellSession session, string typed)
    {
        session["typed"] = typed;
        return session.Must(
            "[Management.Automation.CommandCompletion]::CompleteInput($typed, $typed.Length, $null).CompletionMatches | ForEach-Object CompletionText").Of<string>();
    }
}
