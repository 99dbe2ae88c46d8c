using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Help;

/// <summary>The help's source, the help that is shipped and the cmdlets say the same.</summary>
public partial class HelpTests
{
    private static readonly string[] CommonParameters = [.. typeof(CommonParameters).GetProperties().Select(property => property.Name)];

    private static readonly string Culture = Path.Combine(Repository.Root, "en-US");

    private static readonly XElement[] Shipped =
    [
        .. XDocument.Load(Path.Combine(Culture, "ZenlayerZec.dll-Help.xml")).Root!.Elements(),
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, CmdletInfo>> Commands = new(() =>
    {
        using var session = new PowerShellSession();
        var commands = session.Must("Get-Command -Module ZenlayerZec").Of<CmdletInfo>();
        return commands.ToDictionary(command => command.Name, command =>
        {
            // Read while the session lives.
            _ = command.Parameters;
            return command;
        });
    });

    public static TheoryData<string> Names => HelpPage.Names;

    [Fact]
    public void Every_cmdlet_has_its_page_and_is_in_the_shipped_help()
    {
        Assert.Equal(Commands.Value.Keys.Order(StringComparer.Ordinal), HelpPage.All.Select(page => page.Name));
        Assert.Equal(HelpPage.All.Select(page => page.Name), HelpPage.All.Select(page => page.Title));
        Assert.Equal(HelpPage.All.Select(page => page.Name), Shipped.Select(Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_has_the_cmdlets_parameters_with_their_facts(string name)
    {
        var page = HelpPage.Of(name);
        var command = Commands.Value[name];
        var parameters = command.Parameters.Values.Where(parameter => !CommonParameters.Contains(parameter.Name)).ToArray();

        Assert.Equal(
            parameters.Select(parameter => parameter.Name).Order(StringComparer.OrdinalIgnoreCase),
            page.Parameters.Select(parameter => parameter.Title).Order(StringComparer.OrdinalIgnoreCase));
        Assert.All(parameters, parameter => Assert.Equal(
            Facts(parameter), Facts(page.Parameters.Single(part => part.Title == parameter.Name).Code)));
        Assert.Equal(
            command.ParameterSets.Select(set => set.Name).Order(StringComparer.Ordinal), page.Sets.Select(set => set.Title).Order(StringComparer.Ordinal));
        Assert.All(command.ParameterSets, set => Assert.Equal(
            set.Parameters.Select(parameter => parameter.Name).Except(CommonParameters).Order(StringComparer.Ordinal),
            InCall().Matches(page.Sets.Single(part => part.Title == set.Name).Code).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)));
        Assert.Equal(command.OutputType.Select(type => type.Name), page.Outputs.Select(output => output.Title));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_says_what_a_user_needs(string name)
    {
        var page = HelpPage.Of(name);

        Assert.NotEmpty(page.Synopsis);
        Assert.NotEmpty(page.Description);
        Assert.True(page.Examples.Count >= 2);
        Assert.All(page.Examples, example => Assert.NotEmpty(example.Code));
        Assert.All(page.Examples, example => Assert.NotEmpty(HelpPart.Words(example.Text)));
        Assert.All(page.Parameters, parameter => Assert.NotEmpty(HelpPart.Words(parameter.Text)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_shipped_help_says_what_the_page_says(string name)
    {
        var page = HelpPage.Of(name);
        var shipped = Shipped.Single(command => Name(command) == name);

        Assert.Equal(HelpPart.Words(page.Synopsis), Text(Child(shipped, "details", "description")));
        Assert.Equal(HelpPart.Words(page.Description), Text(Child(shipped, "description")));
        Assert.Equal(
            page.Parameters.Select(part => (part.Title, HelpPart.Words(part.Text))),
            Child(shipped, "parameters").Elements().Select(parameter => (Child(parameter, "name").Value, Text(Child(parameter, "description")))));
        Assert.Equal(
            page.Examples.Select(part => (part.Title, HelpPart.Words(part.Body))),
            Child(shipped, "examples").Elements().Select(example => (Child(example, "title").Value.Trim('-', ' '), Text(Child(example, "introduction")))));
    }

    [Fact]
    public void Get_Help_finds_it_in_full()
    {
        using var session = new PowerShellSession();

        Assert.All(HelpPage.All, page =>
        {
            session["name"] = page.Name;
            var help = session.Must("$help = Get-Help $name -Full; $help.Synopsis; @($help.examples.example).Count; @($help.parameters.parameter).Count").Output;

            Assert.Equal(page.Synopsis, help[0].BaseObject);
            Assert.Equal(page.Examples.Count, help[1].BaseObject);
            Assert.Equal(Math.Max(1, page.Parameters.Count), help[2].BaseObject);
        });
    }

    [Theory]
    [InlineData("about_ZenlayerZec")]
    [InlineData("about_ZenlayerZec_Release")]
    public void Get_Help_finds_the_pages_about_the_module_as_they_are_written(string name)
    {
        using var session = new PowerShellSession();
        var written = File.ReadAllText(Path.Combine(Repository.Root, "docs", $"{name}.md"));

        var help = session.Must($"(Get-Help {name}).ToString()").Single<string>();

        Assert.Equal(HelpPart.Words(written), HelpPart.Words(help));
        Assert.DoesNotContain("```", help, StringComparison.Ordinal);
    }

    private static string Name(XElement command) => Child(command, "details", "name").Value;

    private static XElement Child(XElement element, params string[] path)
        => path.Aggregate(element, (parent, name) => parent.Elements().Single(child => child.Name.LocalName == name));

    private static string Text(XElement element) => HelpPart.Words(string.Join(
        "\n", element.Elements().Select(paragraph => paragraph.Value)));

    /// <summary>A parameter's facts as the page's block writes them.</summary>
    private static string[] Facts(ParameterMetadata parameter) =>
    [
        $"Type: {parameter.ParameterType}",
        $"SupportsWildcards: {Word(parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any())}",
        .. List("Aliases", parameter.Aliases),
        "ParameterSets:",
        .. parameter.ParameterSets.OrderBy(set => set.Key, StringComparer.Ordinal).SelectMany(set => Facts(set.Key, set.Value)),
        $"DontShow: {Word(parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow))}",
        .. List("AcceptedValues", parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)),
    ];

    private static string[] Facts(string set, ParameterSetMetadata parameter) =>
    [
        $"- Name: {(set == ParameterAttribute.AllParameterSets ? "(All)" : set)}",
        $"  Position: {(parameter.Position < 0 ? "Named" : parameter.Position)}",
        $"  IsRequired: {Word(parameter.IsMandatory)}",
        $"  ValueFromPipeline: {Word(parameter.ValueFromPipeline)}",
        $"  ValueFromPipelineByPropertyName: {Word(parameter.ValueFromPipelineByPropertyName)}",
        $"  ValueFromRemainingArguments: {Word(parameter.ValueFromRemainingArguments)}",
    ];

    private static IEnumerable<string> List(string name, IEnumerable<string> items)
        => items.Any() ? [$"{name}:", .. items.Select(item => $"- {item}")] : [$"{name}: []"];

    private static string Word(bool value) => value ? "true" : "false";

    /// <summary>The same of a block; its sets in the order of their names, and without what no metadata tell.</summary>
    private static string[] Facts(string block)
    {
        var lines = block.Split('\n').Where(line => !line.StartsWith("DefaultValue:", StringComparison.Ordinal) && !line.StartsWith("HelpMessage:", StringComparison.Ordinal));
        var text = string.Join('\n', lines);
        var sets = text[text.IndexOf("\n- Name: ", StringComparison.Ordinal)..text.IndexOf("\nDontShow", StringComparison.Ordinal)];
        var ordered = sets.Split("\n- Name: ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).Select(set => $"\n- Name: {set}");
        return text.Replace(sets, string.Concat(ordered), StringComparison.Ordinal).Split('\n');
    }

    [GeneratedRegex(@"[\s\[]-(\w+)")]
    private static partial Regex InCall();
}
