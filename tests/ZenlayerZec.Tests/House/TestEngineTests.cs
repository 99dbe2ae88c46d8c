using ZenlayerZec.Tests.Cmdlets;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>What tests run in can reach no real account, whoever runs them and whatever a test forgets.</summary>
public class TestEngineTests
{
    [Fact]
    public void A_session_that_names_no_endpoint_reaches_nobody()
    {
        using var session = new PowerShellSession();
        session["secret"] = ServedAccount.Plain("s");

        var run = session.Must("Connect-Zec -AccessKeyId k -AccessKeySecret $secret; (Get-ZecConnection).Endpoint");

        Assert.Equal([DeadEndpoint.Url], run.Of<string>());
    }

    [Fact]
    public async Task A_process_that_names_no_endpoint_reaches_nobody()
    {
        var run = await PowerShellProcess.RunAsync(
            new Dictionary<string, string> { ["ZENLAYER_TOKEN"] = "t" },
            "(Get-ZecConnection).Endpoint; Get-ZecInstance -ErrorVariable failure -ErrorAction SilentlyContinue");

        Assert.Equal(DeadEndpoint.Url, run.Output.Trim());
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task What_tests_run_in_writes_into_nobodys_journal()
    {
        Assert.Equal(DeadEndpoint.JournalOff, Environment.GetEnvironmentVariable(DeadEndpoint.JournalVariable));

        var run = await PowerShellProcess.RunAsync($"$env:{DeadEndpoint.JournalVariable}");

        Assert.Equal(DeadEndpoint.JournalOff, run.Output.Trim());
    }

    [Fact]
    public void Every_file_of_Pester_tests_begins_where_nobody_can_be_reached()
    {
        var folder = Path.Combine(Repository.Root, "tests", "Pester");
        var files = Directory.GetFiles(folder, "*.Tests.ps1");
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Matches(
            """(?s)\A(#[^\n]*\n)*BeforeAll \{\n    \. "\$PSScriptRoot/(TestModule|RunbookConsole)\.ps1"\n""", File.ReadAllText(file)));
        Assert.Contains(
            $"$env:{DeadEndpoint.Variable} = '{DeadEndpoint.Url}'", File.ReadAllText(Path.Combine(folder, "TestModule.ps1")), StringComparison.Ordinal);
        Assert.Contains(
            $"$env:{DeadEndpoint.JournalVariable} = '{DeadEndpoint.JournalOff}'", File.ReadAllText(Path.Combine(folder, "TestModule.ps1")), StringComparison.Ordinal);
        Assert.Contains(
            ". \"$PSScriptRoot/TestModule.ps1\"", File.ReadAllText(Path.Combine(folder, "RunbookConsole.ps1")), StringComparison.Ordinal);
    }
}
