using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>What the classes of cmdlets have in common.</summary>
internal static class CmdletText
{
    private static readonly string[] CommonVerbs =
        ["Add", "Clear", "Copy", "Get", "Move", "New", "Remove", "Rename", "Reset", "Resize", "Set", "Switch", "Watch"];

    private static readonly string[] LifecycleVerbs = ["Approve", "Confirm", "Disable", "Enable", "Invoke", "Register", "Restart", "Resume", "Start", "Stop", "Unregister", "Wait"];

    /// <summary>Begins the file of a cmdlet.</summary>
    public static SourceText Begin(CmdletDecision cmdlet) => new SourceText().Lines(
    [
        "using System.CodeDom.Compiler;", "using System.Collections;", "using System.Management.Automation;", "using System.Security;", "using ZenlayerZec.Binding;", "using ZenlayerZec.Client;", "using ZenlayerZec.Client.Api;", "using ZenlayerZec.Client.Batching;",
        "using ZenlayerZec.Client.Costs;",
        "using ZenlayerZec.Client.Kinds;", "using ZenlayerZec.Client.Models;", "using ZenlayerZec.Client.Waiting;", "using ZenlayerZec.Commands.Bases;",
        "using ZenlayerZec.Completion;", "using ZenlayerZec.Filters;", string.Empty,
        $"namespace {cmdlet.Space};", string.Empty,
        $"/// <summary><para type=\"synopsis\">{cmdlet.Synopsis}</para></summary>",
    ]);

    /// <summary>The name of the class.</summary>
    public static string Class(CmdletDecision cmdlet) => $"{cmdlet.Name.Replace("-", string.Empty, StringComparison.Ordinal)}Command";

    /// <summary>Adds the attribute of the cmdlet.</summary>
    /// <param name="text">The file.</param>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="set">The constant of the default parameter set; null where there is only one.</param>
    /// <param name="more">More settings.</param>
    public static void Attribute(SourceText text, CmdletDecision cmdlet, string? set, string more)
    {
        var (verb, noun) = (cmdlet.Name.Split('-')[0], cmdlet.Name.Split('-')[1]);
        var verbs = CommonVerbs.Contains(verb) ? "VerbsCommon" : LifecycleVerbs.Contains(verb) ? "VerbsLifecycle" : "VerbsData";
        if (cmdlet.Changes.All(change => !change.IsByHand))
        {
            // Whose words are enough for the help. What is by hand in part has a page that says all.
            text.Line("[GeneratedCode(\"ZenlayerZec.Generator\", null)]");
        }

        var page = Literal($"{cmdlet.Name}.md");
        var start = set is null ? string.Empty : $", DefaultParameterSetName = {set}";
        text.Line($"[Cmdlet({verbs}.{verb}, {Literal(noun)}{start}{more}, HelpUri = OnlineHelp.Pages + {page})]");
    }

    /// <summary>Adds a parameter.</summary>
    public static void Parameter(SourceText text, string says, IEnumerable<string> attributes, string property)
        => text.Line($"/// <summary><para type=\"description\">{says}</para></summary>").Lines(attributes.Select(attribute => $"[{attribute}]")).Line(property).Line();

    /// <summary>Adds which parameters contradict each other.</summary>
    public static void Excluded(SourceText text, IEnumerable<(string One, string Other)> pairs)
    {
        string[] listed = [.. pairs.Select(pair => $"({Literal(pair.One)}, {Literal(pair.Other)})")];
        if (listed.Length > 0)
        {
            text.Line("private protected override (string One, string Other)[] ExcludedParameters")
                .Line($"    => [{string.Join(", ", listed)}];").Line();
        }
    }

    /// <summary>Adds the parameters for things, by ID and as objects.</summary>
    /// <param name="text">The file.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="sets">The ends of the names of the parameter sets that have them.</param>
    /// <param name="refusals">What the parameters refuse.</param>
    /// <param name="ids">What is said of the IDs, after "The IDs of the disks".</param>
    /// <param name="objects">What is said of the objects, after "The disks, as Get-ZecDisk returns them".</param>
    /// <param name="completes">Whether Tab gives IDs at the position of the objects: it does where they are what binds by position.</param>
    public static void Things(SourceText text, Kind kind, IReadOnlyList<string> sets, string refusals, string ids, string objects, bool completes = true)
    {
        var (type, noun) = (kind.Model.Name, kind.Noun);
        Parameter(
            text,
            $"The IDs of the {noun.Words}.{ids}",
            [
                .. sets.Select(set => $"Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet{set}, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)"),
                "Alias(\"Id\")", $"ArgumentCompleter(typeof({noun.Noun}IdCompleter))", $"IdOf(typeof({type}){refusals})", $"ValidateId(typeof({type}))",
            ],
            $"public string[] {kind.IdName} {{ get; set; }} = [];");
        Parameter(
            text,
            $"The {noun.Words}, as Get-{type} returns them{objects}",
            [
                .. sets.Select(set => $"Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet{set}, ValueFromPipeline = true)"),
                $"ArgumentCompleter(typeof({(completes ? noun.Noun : "Object")}ArgumentCompleter))", $"ObjectOf(typeof({type}){refusals})",
            ],
            $"public {type}[] InputObject {{ get; set; }} = [];");
    }

    /// <summary>Adds how the base gets at the things.</summary>
    public static void Overrides(SourceText text, Kind kind) => text
        .Line($"private protected override string[] Ids => {kind.IdName};").Line()
        .Line("private protected override ZecObject[] Things => InputObject;").Line();
}
