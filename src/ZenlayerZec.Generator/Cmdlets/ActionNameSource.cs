using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>Makes the list of all actions' names, with the cmdlets that send them.</summary>
internal static class ActionNameSource
{
    /// <summary>Adds the file.</summary>
    /// <param name="files">The generated files.</param>
    /// <param name="names">The names, in ordinal order.</param>
    /// <param name="nouns">What is decided.</param>
    public static void Add(GeneratedFiles files, IEnumerable<string> names, IReadOnlyList<NounDecision> nouns)
    {
        var text = new SourceText().Line("namespace ZenlayerZec.Completion;").Line().Lines(
        [
            "/// <summary>",
            "/// The actions of the API's version 2025-09-01, in ordinal order. For completion and spelling only: one that is not here is sent all the same,",
            "/// since the service may have newer ones.",
            "/// </summary>",
        ]);
        var decided = nouns.SelectMany(noun => noun.Actions).OrderBy(action => action.Action, StringComparer.Ordinal);
        text.Block("internal static partial class ActionNames", () =>
        {
            text.Line("/// <summary>The names.</summary>")
                .Line("public static IReadOnlyList<string> All { get; } =").Line("[").Lines(names.Select(name => $"    {Literal(name)},")).Line("];").Line();
            text.Line("/// <summary>The cmdlet for an action; null where there is none yet.</summary>").Line("/// <param name=\"name\">The action, as the API spells it.</param>")
                .Line("public static string? CmdletFor(string name) => name switch").Line("{")
                .Lines(decided.Select(action => $"    {Literal(action.Action)} => {Literal(action.Cmdlet)},")).Line("    _ => null,").Line("};");
        });
        files.Add("ZenlayerZec/Completion/ActionNames.g.cs", text);
    }
}
