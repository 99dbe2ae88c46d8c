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

    public string Synopsis => Section("Synopsis");

    public string Description => Section("Description");

    public IReadOnlyList<HelpPart> Examples => Parts("Examples");

    /// <summary>The parameters by their names, without the common ones.</summary>
    public IReadOnlyList<HelpPart> Parameters => [.. Parts("Parameters").Select(part => part with { Title = part.Title.TrimStart('-') })];

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
