using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Help;

/// <summary>What Get-Help shows is what the pages say, with the facts of the cmdlets.</summary>
public sealed partial class HelpTests(HelpSession help) : IClassFixture<HelpSession>
{
    private readonly PowerShellSession _session = help.Session;

    public static TheoryData<string> Names => HelpPage.Names;

    public static TheoryData<string> AboutNames =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "about_*.md").Order(StringComparer.Ordinal).Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Fact]
    public void Every_cmdlet_has_its_page()
        => Assert.Equal(
            _session.Must("Get-Command -Module ZenlayerZec | ForEach-Object Name").Of<string>().Order(StringComparer.Ordinal),
            HelpPage.All.Select(page => page.Name));

    [Fact]
    public void The_page_about_the_module_lists_every_cmdlet_by_its_noun()
    {
        var text = Regex.Replace(_session.Must("Get-Help about_ZenlayerZec").Single<string>(), "\\n  (?=[A-Z])", " ");

        Assert.All(
            _session.Must("Get-Command -Module ZenlayerZec").Of<CmdletInfo>(),
            cmdlet => Assert.Matches($"(?m)^- {cmdlet.Noun}:.* {cmdlet.Verb}\\b", text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cmdlet_has_at_least_two_examples(string name) => Assert.True(HelpPage.Of(name).Examples.Count >= 2);

    [Theory]
    [MemberData(nameof(Names))]
    public void Get_Help_says_what_the_page_says(string name)
    {
        var page = HelpPage.Of(name);

        var help = Help(name);

        Assert.Equal(HelpPart.Words(page.Synopsis), Text(help, "Synopsis"));
        Assert.Equal(HelpPart.Words(page.Description), Text(help, "description"));
        Assert.Equal(
            page.Examples.Select(part => (HelpPart.Words(part.Title), part.Code, HelpPart.Words(part.Text))),
            Items(help, "examples", "example").Select(example => ((string)Title(example), (string)$"{example.code}", (string)Text((PSObject)example, "remarks"))));
        var parameters = Items(help, "parameters", "parameter").ToDictionary(parameter => (string)$"{parameter.name}", parameter => (PSObject)parameter);
        Assert.Equal(page.Parameters.Select(part => part.Title).Order(StringComparer.Ordinal), parameters.Keys.Order(StringComparer.Ordinal));
        Assert.All(page.Parameters, part => Assert.StartsWith(HelpPart.Words(part.Text), Text(parameters[part.Title], "description"), StringComparison.Ordinal));
    }

    [Fact]
    public void Get_Help_shows_types_defaults_and_ranges_as_PowerShell_does()
    {
        var help = Help("Remove-ZecInstance");
        var parameters = Items(help, "parameters", "parameter")
            .ToDictionary(parameter => (string)$"{parameter.name}", parameter => (string)$"{parameter.parameterValue}|{parameter.defaultValue}|{parameter.pipelineInput}");
        var call = Items(help, "syntax", "syntaxItem").First();

        Assert.Equal("InputObject", $"{call.parameter[0].name}");
        Assert.Equal("ZecInstance[]", $"{call.parameter[0].parameterValue}");
        Assert.Equal("Int32|600|False", parameters["TimeoutSec"]);
        Assert.Equal("Int32|No limit|False", parameters["MaximumCount"]);
        Assert.Equal("Int32|None|False", parameters["ThrottleLimit"]);
        Assert.Equal("SwitchParameter|False|False", parameters["Force"]);
        Assert.Equal("String[]|None|True (ByValue, ByPropertyName)", parameters["InstanceId"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Get_Help_Online_opens_the_page_in_the_project(string name)
    {
        var data = (Hashtable)((Hashtable)Manifest()["PrivateData"]!)["PSData"]!;

        var uri = _session.Must($"(Get-Command {name}).HelpUri; @((Get-Help {name}).relatedLinks.navigationLink)[0].uri").Of<string>();

        Assert.Equal(Enumerable.Repeat($"{data["ProjectUri"]}/blob/main/docs/cmdlets/{name}.md", 2), uri);
    }

    [Theory]
    [MemberData(nameof(AboutNames))]
    public void Get_Help_shows_the_pages_about_the_module_as_plain_text(string name)
    {
        var written = File.ReadAllText(Path.Combine(Repository.Root, "docs", $"{name}.md"));

        var help = _session.Must($"(Get-Help {name}).ToString()").Single<string>();

        // The list of the cmdlets is made, and the page has only its place.
        Assert.Equal(
            HelpPart.Words(written.Replace("<!-- cmdlets by noun -->", string.Empty, StringComparison.Ordinal)),
            HelpPart.Words(Regex.Replace(help, @"(?m)^- Zec\w*: (?:.*\n)(?:  .*\n)?", string.Empty)));
        Assert.DoesNotMatch(@"`|\]\(|\*\*|(?m)^#", help);
        Assert.All(help.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.StartsWith(HelpPart.Words(ShortDescription().Match(written).Groups[1].Value), HelpPart.Words(_session.Must($"(Get-Help {name}).Synopsis").Single<string>()), StringComparison.Ordinal);
    }

    private static Hashtable Manifest() => (Hashtable)Parser.ParseFile(Repository.Manifest, out _, out _)
        .Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false)!.SafeGetValue();

    private static string Title(dynamic example) => ((string)$"{example.title}").Trim('-', ' ').Split(": ", 2)[1];

    private PSObject Help(string name) => _session.Must($"Get-Help {name} -Full").Output.Single();

    private static IEnumerable<dynamic> Items(PSObject help, string group, string item)
        => help.Properties[group]?.Value is PSObject container && container.Properties[item]?.Value is { } value
            ? value is PSObject { BaseObject: IEnumerable many } ? many.Cast<object>() : value is object[] items ? items : [value]
            : [];

    /// <summary>The words of a property that is a text, or a list of texts.</summary>
    private static string Text(PSObject item, string property)
    {
        var value = item.Properties[property]?.Value;
        value = value is PSObject wrapped ? wrapped.BaseObject : value;
        return HelpPart.Words(value is IEnumerable texts and not string
            ? string.Join('\n', texts.Cast<object>().Select(text => $"{PSObject.AsPSObject(text).Properties["Text"]?.Value}"))
            : $"{value}");
    }

    [GeneratedRegex(@"^## SHORT DESCRIPTION\n\n(.+)$", RegexOptions.Multiline)]
    private static partial Regex ShortDescription();
}
