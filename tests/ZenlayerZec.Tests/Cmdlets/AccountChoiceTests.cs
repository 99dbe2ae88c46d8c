using System.Management.Automation;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Whose account a cmdlet without -Connection acts in, and where it refuses to choose one.</summary>
public class AccountChoiceTests
{
    public static TheoryData<string> Failures =>
    [
        "Connect-Zec -ProfileName no-such-profile-here",
        "Connect-Zec -ProfileName $unset",
        "Connect-Zec -ProfileName no-such-profile-here -ErrorAction SilentlyContinue",
        "try { Connect-Zec -ProfileName no-such-profile-here } catch { }",
        "$c = Connect-Zec -ProfileName no-such-profile-here -PassThru",
        "Connect-Zec -Token $empty",
        "Connect-Zec -TimeoutSec 0",
        "Connect-Zec -NoSuchParameter",
        "Connect-Zec -Simulator -WhatIf",
        "Connect-Zec -Simulator -ProfileName both",
        "Connect-Zec -AccessKeyId k",
        "Connect-Zec -Simulator -Name 'a@b'",
        "Connect-Zec -Simulator -PassThru | No-SuchCommand",
        "& { throw 'before' } | Connect-Zec -Simulator",
        "Connect-Zec -ProfileName no-such-profile-here; Import-Module $manifest -Force",
        "Connect-Zec -ProfileName no-such-profile-here; Remove-Module ZenlayerZec; Import-Module $manifest",
    ];

    [Theory]
    [MemberData(nameof(Failures))]
    public void After_a_Connect_Zec_that_failed_no_other_account_acts_in_its_place(string connect)
    {
        using var session = Session();
        session.Must("Connect-Zec -Simulator -SimulatedInstanceCount 3");

        session.Run(connect);

        foreach (var command in new[]
        {
            "Get-ZecInstance", "Get-ZecZone", "Get-ZecTimeZone", "Get-ZecInstanceType", "Get-ZecImage -ZoneId asia-east-1a", "Get-ZecInstanceStatus i-1",
            "Remove-ZecInstance i-1 -Force", "Remove-ZecInstance i-1 -WhatIf", "Stop-ZecInstance i-1", "Invoke-ZecApi DescribeZones",
            "Invoke-ZecApi StopInstances @{ instanceIds = @('i-1') } -Force", "Wait-ZecInstance i-1 -Until Running", "@() | Remove-ZecInstance",
        })
        {
            var run = session.Run(command);

            Assert.StartsWith("ConnectFailed,", Failure(run)?.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("last Connect-Zec of this runspace failed", Failure(run)!.ToString(), StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }

        Assert.Empty(session.Host.Questions);
        Assert.Empty(session.Must("(TabExpansion2 'Get-ZecInstance -ZoneId ' 24).CompletionMatches").Output);
    }

    [Fact]
    public void After_a_Connect_Zec_that_failed_a_named_connection_works_and_so_do_the_cmdlets_about_connections()
    {
        using var session = Session();
        session.Must("$c = Connect-Zec -Simulator -SimulatedInstanceCount 3 -PassThru");
        session.Run("Connect-Zec -ProfileName no-such-profile-here");

        Assert.Equal(3, session.Must("Get-ZecInstance -Connection $c").Output.Count);
        Assert.Equal(5, session.Must("(TabExpansion2 'Get-ZecInstance -Connection $c -ZoneId ' 39).CompletionMatches").Output.Count);
        Assert.Empty(session.Must("Get-ZecOperation").Output);
        var run = session.Must("Get-ZecConnection");
        Assert.Empty(run.Output);
        Assert.Contains("last Connect-Zec of this runspace failed", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(4, session.Must("Connect-Zec -Simulator -SimulatedInstanceCount 4; Get-ZecInstance").Output.Count);
    }

    [Theory]
    [InlineData("Disconnect-Zec", false)]
    [InlineData("$other | Disconnect-Zec", true)]
    public void Only_a_Disconnect_Zec_of_the_runspace_itself_ends_the_refusal(string disconnect, bool refuses)
    {
        using var session = Session();
        session.Must("$other = Connect-Zec -Simulator -PassThru");
        session.Run("Connect-Zec -ProfileName no-such-profile-here");

        session.Must(disconnect);

        Assert.Equal(refuses, Refuses(session));
    }

    [Theory]
    [InlineData("Get-Command Connect-Zec -Syntax")]
    [InlineData("Get-Help Connect-Zec")]
    [InlineData("(Get-Command Connect-Zec).Parameters.Count")]
    [InlineData("TabExpansion2 'Connect-Zec -Pro' 16")]
    [InlineData("TabExpansion2 'Connect-Zec -ProfileName x -' 28")]
    [InlineData("TabExpansion2 'Connect-Zec -AccessKeyId ' 25")]
    [InlineData("[ZenlayerZec.Commands.ConnectZecCommand]::new()")]
    public void To_look_at_Connect_Zec_changes_nothing(string look)
    {
        using var session = Session();
        session.Must("Connect-Zec -Simulator -SimulatedInstanceCount 3");

        session.Must(look);

        Assert.Equal(3, session.Must("Get-ZecInstance").Output.Count);
    }

    [Fact]
    public void A_connection_outlasts_a_pipeline_that_is_ended_after_it_and_a_new_import()
    {
        using var session = Session();
        session.Run("Connect-Zec -Simulator -SimulatedInstanceCount 3 -PassThru | ForEach-Object { throw 'after' }");

        Assert.Equal(3, session.Must("Import-Module $manifest -Force; Get-ZecInstance").Output.Count);
    }

    [Fact]
    public async Task A_Connect_Zec_that_is_stopped_at_its_prompt_has_failed()
    {
        using var session = Session();
        session.Must("Connect-Zec -Simulator");
        using var asked = new ManualResetEventSlim();
        session["asked"] = asked;
        var sleeping = new TaskCompletionSource();
        session["sleeping"] = sleeping;

        await session.RunAndStopAsync("& { $sleeping.SetResult(); while ($true) { } } | Connect-Zec -Simulator", sleeping.Task);

        Assert.StartsWith("ConnectFailed,", Failure(session.Run("Get-ZecInstance"))?.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-Zec -Simulator", "is connected to simulator-1")]
    [InlineData("Connect-Zec -Simulator -Name rehearsal", "is connected to rehearsal")]
    [InlineData("Connect-Zec -AccessKeyId k -AccessKeySecret $secret", "is connected to k@127.0.0.1:9")]
    [InlineData("Connect-Zec -ProfileName no-such-profile-here", "Connect-Zec failed in another runspace")]
    public void In_a_runspace_that_never_connected_nothing_is_done_where_somebody_asked_for_another_account(string connect, string words)
    {
        using var one = Session();
        using var other = new PowerShellSession(one);
        one.Run(connect);

        foreach (var command in new[] { "Get-ZecInstance", "Remove-ZecInstance i-1 -Force", "Remove-ZecInstance i-1 -WhatIf", "Get-ZecZone" })
        {
            var run = other.Run(command);

            Assert.StartsWith("ConnectedElsewhere,", Failure(run)?.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(words, Failure(run)!.ToString(), StringComparison.Ordinal);
            Assert.Contains("-Connection $using:c", Failure(run)!.ToString(), StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }

        Assert.Empty(other.Must("(TabExpansion2 'Get-ZecInstance -ZoneId ' 24).CompletionMatches").Output);
        var shown = other.Must("Get-ZecConnection");
        Assert.Empty(shown.Output);
        Assert.Contains(words, Assert.Single(shown.Warnings), StringComparison.Ordinal);
        one.Must("Disconnect-Zec");
        Assert.False(Refuses(other));
        Assert.False(Refuses(one));
    }

    [Fact]
    public void A_runspace_that_has_ended_is_connected_no_more()
    {
        using var one = Session();
        using (var other = new PowerShellSession(one))
        {
            other.Must("Connect-Zec -Simulator");
            Assert.True(Refuses(one));
        }

        Assert.False(Refuses(one));
    }

    [Fact]
    public void In_parallel_blocks_the_connection_is_the_one_that_is_handed_in()
    {
        using var session = Session();
        session.Must("$c = Connect-Zec -Simulator -SimulatedInstanceCount 3 -PassThru");

        var run = session.Run("1..3 | ForEach-Object -Parallel { Import-Module $using:manifest; Get-ZecInstance | Remove-ZecInstance -Force }");

        Assert.Equal(
            Enumerable.Repeat("ConnectedElsewhere", 3), run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Empty(run.Output);
        Assert.Equal([3, 3], session.Must(
            "1..2 | ForEach-Object -Parallel { Import-Module $using:manifest; @(Get-ZecInstance -Connection $using:c).Count }").Of<int>());
    }

    [Fact]
    public void A_connection_that_went_through_a_job_is_none_any_more()
    {
        using var session = Session();
        session.Must("$c = Connect-Zec -Simulator -PassThru");

        var run = session.Run("$d = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($c)); Get-ZecInstance -Connection $d");

        Assert.Empty(run.Output);
        Assert.StartsWith("CannotConvertArgument", Failure(run)?.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_another_runspace_closed_is_an_error_and_no_other_account()
    {
        using var one = Session();
        using var other = new PowerShellSession(one);
        other["c"] = one.Must("Connect-Zec -Simulator -PassThru").Single<object>();
        other.Must("Disconnect-Zec -Connection $c");

        Assert.Contains("to simulator-1 was closed by Disconnect-Zec", Failure(one.Run("Get-ZecInstance"))?.ToString(), StringComparison.Ordinal);
    }

    private static PowerShellSession Session()
    {
        var session = new PowerShellSession();
        session["manifest"] = Repository.Manifest;
        session["secret"] = ServedAccount.Plain("s");
        session["empty"] = ServedAccount.Plain(" ");
        return session;
    }

    private static ErrorRecord? Failure(PowerShellRun run) => run.Errors.Append(run.Terminating).FirstOrDefault(error => error is not null);

    /// <summary>Asked without a request: the machine's own profile may be what counts instead.</summary>
    private static bool Refuses(PowerShellSession session)
        => session.Must("Get-ZecConnection").Warnings.Any(warning => warning.Contains("Connect-Zec", StringComparison.Ordinal));
}
