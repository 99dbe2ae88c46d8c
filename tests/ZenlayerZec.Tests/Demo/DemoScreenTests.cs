using System.Text.RegularExpressions;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Demo;

/// <summary>
/// The demo as a terminal shows it, kept as text beside this file. Whoever changes a view or a message sees here what users will see;
/// <c>./build.ps1 Screens</c> writes the new text.
/// </summary>
public partial class DemoScreenTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "ZenlayerZec.Tests", "Demo");

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task The_demo_shows_the_text_that_is_kept(int columns)
    {
        var recorded = Path.Combine(Directory.CreateTempSubdirectory("zec").FullName, "screen.txt");

        var run = await PowerShellProcess.RunFileAsync(
            [],
            "tests/ZenlayerZec.Tests/Demo/Record-Demo.ps1",
            "-HostAssembly",
            typeof(DemoScreenTests).Assembly.Location,
            "-Width",
            $"{columns}",
            "-Path",
            recorded);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        var shown = string.Join('\n', (await ReadAsync(recorded)).Select(line => Masked(line).TrimEnd()));
        var kept = Path.Combine(Folder, $"Screen.{columns}.txt");
        if (Environment.GetEnvironmentVariable("ZENLAYERZEC_SCREENS") == "write")
        {
            await File.WriteAllTextAsync(kept, $"{shown}\n", TestContext.Current.CancellationToken);
        }

        Assert.True(
            shown == string.Join('\n', await ReadAsync(kept)),
            $"The demo shows something else than Screen.{columns}.txt. If that is meant, write it anew by 'dotnet pwsh ./build.ps1 Screens':\n{shown}");
    }

    private static Task<string[]> ReadAsync(string path) => File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);

    /// <summary>Without what differs from run to run: dates, and requestIds, the rest of which may be in the next line.</summary>
    private static string Masked(string line) => Variable().Replace(line, match => Digit().Replace(match.Value, "0"));

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?|\bT[0-9A-F]{8}-[0-9A-F-]*|^(?!\d{19}$) *[0-9A-F-]{1,36}(?=$|\)\.$)")]
    private static partial Regex Variable();

    [GeneratedRegex("[0-9A-F]")]
    private static partial Regex Digit();
}
