using System.Text.RegularExpressions;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Help;

/// <summary>A cmdlet's page of docs/cmdlets, taken apart.</summary>
internal sealed partial class HelpPage
{
    private readonly string _text;

    private HelpPage(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        _text = File.ReadAllText(path);
    }

    /// <summary>The cmdlet, as the file is called.</summary>
    public string Name { get; }

    /// <summary>The cmdlet, as the page itself says.</summary>
    public string Title => Regex.Match(_text, "^title: (.+)$", RegexOptions.Multiline).Groups[1].Value;

    public string Synopsis => Section("SYNOPSIS");

    public string Description => Section("DESCRIPTION");

    public IReadOnlyList<HelpPart> Examples => Parts("EXAMPLES");

    /// <summary>The parameters by their names, without the common ones.</summary>
    public IReadOnlyList<HelpPart> Parameters
        => [.. Parts("PARAMETERS").Where(part => part.Title != "CommonParameters").Select(part => part with { Title = part.Title.TrimStart('-') })];

    public IReadOnlyList<HelpPart> Outputs => Parts("OUTPUTS");

    /// <summary>The parameter sets by their names, each with the call that it allows.</summary>
    public IReadOnlyList<HelpPart> Sets
        => [.. Parts("SYNTAX").Select(part => part with { Title = part.Title.Replace(" (Default)", string.Empty, StringComparison.Ordinal) })];

    public static IReadOnlyList<HelpPage> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "cmdlets"), "*.md").Order(StringComparer.Ordinal).Select(path => new HelpPage(path)),
    ];

    /// <summary>The page of a cmdlet.</summary>
    public static HelpPage Of(string name) => All.Single(page => page.Name == name);

    public static TheoryData<string> Names => [.. All.Select(page => page.Name)];

    private string Section(string heading)
        => SectionOf().Matches(_text).SingleOrDefault(match => match.Groups[1].Value == heading)?.Groups[2].Value.Trim() ?? string.Empty;

    private HelpPart[] Parts(string heading)
        => [.. PartOf().Matches(Section(heading)).Select(match => new HelpPart(match.Groups[1].Value, match.Groups[2].Value.Trim()))];

    [GeneratedRegex(@"^## ([^\n]+)\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SectionOf();

    [GeneratedRegex(@"^### ([^\n]+)\n(.*?)(?=^### |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex PartOf();
}
