using System.Text.RegularExpressions;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Cmdlets;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Help;

/// <summary>The help's examples run as they stand there, those of a page one after the other.</summary>
public partial class ExampleTests
{
    public static TheoryData<string> Names => HelpPage.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_examples_of_a_cmdlet_run(string name)
        => await RunAsync(HelpPage.Of(name).Examples.Select(example => example.Code));

    [Fact]
    public async Task The_commands_of_the_pages_about_the_module_run()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "about_*.md").Order(StringComparer.Ordinal).ToArray();

        Assert.NotEmpty(pages);
        await RunAsync(pages.SelectMany(page => Code().Matches(File.ReadAllText(page))).Select(match => match.Groups[1].Value));
    }

    private static async Task RunAsync(IEnumerable<string> examples)
    {
        await using var account = await ServedAccount.StartAsync(options => options.TransitionTime = TimeSpan.Zero);
        account.Session["typed"] = ServedAccount.Plain("Typed-by-1");
        account.Session.Must(StandIns.Functions);
        foreach (var example in examples)
        {
            var run = account.Run(example);

            Assert.True(run is { Terminating: null, Errors.Count: 0 }, $"{example}\n{run.Terminating}{string.Join('\n', run.Errors)}");
            if (example.Contains("Connect-Zec", StringComparison.Ordinal))
            {
                // The next one is about an account that can be reached from here.
                account.Session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret");
            }
        }
    }

    [GeneratedRegex(@"^```powershell\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
