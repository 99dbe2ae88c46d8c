using System.Diagnostics;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Help;

/// <summary>The build makes the help, and only where something changed.</summary>
public sealed class HelpBuildTests : IDisposable
{
    private readonly HelpFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public void Two_builds_give_the_same_bytes_which_tell_neither_place_nor_machine()
    {
        using var elsewhere = new HelpFolders();

        Assert.Empty(_folders.Build().All);
        Assert.Empty(elsewhere.Build().All);

        Assert.Equal(_folders.Made(), elsewhere.Made());
        Assert.Contains("ZenlayerZec.dll-Help.xml", _folders.Made().Keys);
        Assert.All(_folders.Made().Values, text => Assert.DoesNotContain('\r', text));
        Assert.All(_folders.Made().Values, text => Assert.DoesNotContain(_folders.Docs, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_checkout_has_the_help_that_its_pages_give()
    {
        Assert.Empty(_folders.Build().All);

        Assert.Equal(
            _folders.Made(),
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "en-US")).Order(StringComparer.Ordinal)
                .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_tables_and_links_become_text()
    {
        _folders.Edit("about_ZenlayerZec.md", page => page.Replace("## TO CONNECT\n", """
            ## MARKS

            Some *emphasis*, [a site](https://example.com/a), [a page](cmdlets/Get-ZecZone.md) and `code`.

            1. The first item is so long that it needs more than one line of the text, which is moved in.
            2. The second.

            | state | what it means |
            |---|---|
            | STOPPED | It is shut down, and a long text in a cell of the table is broken into lines |
            | GONE | `-Wait` ends |

            ## TO CONNECT

            """.Replace("\r", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal));

        Assert.Empty(_folders.Build().All);

        Assert.Contains("""
            MARKS

            Some emphasis, a site (https://example.com/a), a page and code.

            1. The first item is so long that it needs more than one line of the text,
               which is moved in.
            2. The second.

            state    what it means
            -----    -------------
            STOPPED  It is shut down, and a long text in a cell of the table is broken into
                     lines
            GONE     -Wait ends

            """.Replace("\r", string.Empty, StringComparison.Ordinal), _folders.Made()["about_ZenlayerZec.help.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_build_writes_nothing_and_a_changed_page_or_one_less_is_a_change()
    {
        var maml = Path.Combine(_folders.Output, "ZenlayerZec.dll-Help.xml");

        Assert.Equal(0, (await BuildAsync()).ExitCode);
        var first = File.GetLastWriteTimeUtc(maml);
        Assert.Equal(0, (await BuildAsync()).ExitCode);
        Assert.Equal(first, File.GetLastWriteTimeUtc(maml));

        _folders.Edit("cmdlets/Get-ZecZone.md", page => page.Replace("## Description\n", "## Description\n\nA new sentence.\n", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(_folders.Page("cmdlets/Get-ZecZone.md"), first.AddSeconds(1));
        Assert.Equal(0, (await BuildAsync()).ExitCode);
        Assert.Contains("A new sentence.", _folders.Made()["ZenlayerZec.dll-Help.xml"], StringComparison.Ordinal);

        File.Delete(_folders.Page("cmdlets/Get-ZecZone.md"));
        var (exitCode, output) = await BuildAsync();
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Get-ZecZone.md(1): error ZECHELP: The cmdlet Get-ZecZone has no page.", output, StringComparison.Ordinal);
    }

    /// <summary>Runs the step of the module's build that makes the help.</summary>
    private async Task<(int ExitCode, string Output)> BuildAsync()
    {
        var project = Path.Combine(_folders.Docs, "..", "help.proj");
        await File.WriteAllTextAsync(project, $"""
            <Project>
              <PropertyGroup>
                <HelpSource>{_folders.Docs}</HelpSource>
                <TargetName>ZenlayerZec</TargetName>
                <TargetPath>{Path.Combine(Repository.ModuleFolder, "ZenlayerZec.dll")}</TargetPath>
                <ModuleHelpPath>{_folders.Output}/</ModuleHelpPath>
                <IntermediateOutputPath>{_folders.Docs}/../</IntermediateOutputPath>
              </PropertyGroup>
              <ItemGroup>
                <HelpBuilder Include="{typeof(HelpBuilder.HelpBuild).Assembly.Location}" />
              </ItemGroup>
              <Import Project="{Path.Combine(Repository.Root, "src", "ZenlayerZec", "Help.targets")}" />
            </Project>
            """, TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, "-t:BuildHelp", "-nologo", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
