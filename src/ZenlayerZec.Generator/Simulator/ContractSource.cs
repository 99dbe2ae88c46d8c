using ZenlayerZec.Generator.Facts;
using ZenlayerZec.Generator.Output;

namespace ZenlayerZec.Generator.Simulator;

/// <summary>
/// Makes what the simulator knows of every action: what it takes and what it answers. It is made of the facts alone, never of what the client
/// makes of them: a name that the client has wrong must not be right there.
/// </summary>
internal static class ContractSource
{
    /// <summary>Actions are made one by one when they are asked for, each in a method of its own; the files hold those of one first letter.</summary>
    public static void Add(GeneratedFiles files, IReadOnlyDictionary<string, ActionFacts> actions)
    {
        files.Add("ZenlayerZec.Simulator/DescribedContracts.g.cs", Index(actions.Values));
        foreach (var letter in actions.Values.GroupBy(action => action.Name[0]))
        {
            files.Add($"ZenlayerZec.Simulator/DescribedContracts.{letter.Key}.g.cs", Contracts(letter));
        }
    }

    private static SourceText Index(IEnumerable<ActionFacts> actions)
    {
        var text = new SourceText().Line("namespace ZenlayerZec.Simulator.Contract;").Line();
        text.Line("/// <summary>What the API's description says that each action takes and answers.</summary>");
        return text.Block("internal static partial class DescribedContracts", () =>
        {
            text.Line("/// <summary>The names of all described actions, in ordinal order.</summary>");
            text.Line("public static IReadOnlyList<string> Names { get; } =").Line("[").Lines(actions.Select(action => $"    {SourceText.Literal(action.Name)},")).Line("];");
            text.Line();
            text.Line("/// <summary>The contract of an action; null where the description has no such action.</summary>");
            text.Block("public static ActionContract? Of(string action) => action switch", () =>
            {
                text.Lines(actions.Select(action => $"{SourceText.Literal(action.Name)} => {action.Name}(),")).Line("_ => null,");
            }, ";");
        });
    }

    private static SourceText Contracts(IEnumerable<ActionFacts> actions)
    {
        var text = new SourceText().Line("namespace ZenlayerZec.Simulator.Contract;").Line();
        return text.Block("internal static partial class DescribedContracts", () =>
        {
            foreach (var action in actions)
            {
                text.Line($"private static ActionContract {action.Name}() => new(").Line($"    {SourceText.Literal(action.Name)},");
                Fields(text, action.Request, "    ", ",");
                Fields(text, action.Response, "    ", ");");
                text.Line();
            }
        });
    }

    private static void Fields(SourceText text, IReadOnlyList<FieldFacts> fields, string indent, string end)
    {
        if (fields.Count == 0)
        {
            text.Line($"{indent}[]{end}");
            return;
        }

        text.Line($"{indent}[");
        foreach (var field in fields)
        {
            var head = $"{indent}    new({SourceText.Literal(field.Name)}, FieldType.{Type(field)})";
            var facts = Facts(field);
            if (field.Fields.Count == 0)
            {
                text.Line(facts.Length == 0 ? $"{head}," : $"{head} {{ {string.Join(", ", facts)} }},");
            }
            else
            {
                text.Line(head).Line($"{indent}    {{").Lines(facts.Select(fact => $"{indent}        {fact},")).Line($"{indent}        Fields =");
                Fields(text, field.Fields, indent + "        ", ",");
                text.Line($"{indent}    }},");
            }
        }

        text.Line($"{indent}]{end}");
    }

    private static string[] Facts(FieldFacts field)
    {
        var range = field.Kind == FieldKind.Text ? field.Length : field.Range;
        return
        [
            .. field.IsRequired ? ["IsRequired = true"] : Array.Empty<string>(),
            .. field.Values.Count > 0 ? [$"Values = {SourceText.Literals(field.Values)}"] : Array.Empty<string>(),
            .. range.Least is { } least ? [$"Least = {least}"] : Array.Empty<string>(),
            .. (field.IsList ? field.Most : range.Greatest) is { } most ? [$"Most = {most}"] : Array.Empty<string>(),
        ];
    }

    private static string Type(FieldFacts field) => (field.Kind, field.IsList) switch
    {
        (FieldKind.Text, false) => "Text",
        (FieldKind.Text, true) => "TextList",
        (FieldKind.Integer, false) => "Whole",
        (FieldKind.Integer, true) => "WholeList",
        (FieldKind.Number, _) => "Number",
        (FieldKind.Boolean, _) => "Flag",
        (FieldKind.Object, false) => "Object",
        (FieldKind.Object, true) => "ObjectList",
        _ => throw new InvalidOperationException($"{field.TypeName} is not a type of a contract."),
    };
}
