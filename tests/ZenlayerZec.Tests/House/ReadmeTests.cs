using System.Text.RegularExpressions;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>Every command of the README runs as it stands there.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_PowerShell_commands_run_in_order()
    {
        using var session = new PowerShellSession();
        session["secret"] = Cmdlets.ServedAccount.Plain("unused");
        session.Must(StandIns.Functions);
        var blocks = Blocks("powershell").ToArray();
        Assert.True(blocks.Length > 8);

        foreach (var block in blocks)
        {
            var run = session.Run(block.Replace("./ZenlayerZec.psd1", $"'{Repository.Manifest}'", StringComparison.Ordinal));

            Assert.Null(run.Terminating);
            Assert.Empty(run.Errors);
            if (block.Contains("Get-Credential", StringComparison.Ordinal))
            {
                // The rest is about an account that can be reached from here.
                session.Must("Connect-Zec -Simulator");
            }
        }

        Assert.Equal(0, session.Must("@(Get-ZecInstance -Status STOPPED).Count").Single<int>());
    }

    [Fact]
    public void The_commands_of_the_shell_are_those_that_CI_runs()
    {
        var ci = File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run"));

        Assert.All(
            Blocks("sh").SelectMany(block => block.Split('\n')),
            command => Assert.Contains(command.Trim(), ci, StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_lists_every_cmdlet()
    {
        using var session = new PowerShellSession();
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        Assert.All(
            session.Must("Get-Command -Module ZenlayerZec | ForEach-Object Name").Of<string>(),
            name => Assert.Contains($"\n| `{name}` | ", readme, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Blocks(string language)
        => CodeBlock().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")))
            .Where(match => match.Groups[1].Value == language)
            .Select(match => match.Groups[2].Value.Trim());

    [GeneratedRegex("^```(\\w+)\\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
