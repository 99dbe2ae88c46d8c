using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>Makes the table of the changes that can be asked for again.</summary>
internal static class ResumeSource
{
    /// <summary>Makes the file.</summary>
    public static SourceText Of(IReadOnlyList<Change> changes)
    {
        var text = new SourceText().Lines(["using ZenlayerZec.Client.Batching;", .. changes.Select(change => $"using {change.Cmdlet.Space};").Distinct(), string.Empty])
            .Lines(["namespace ZenlayerZec.Commands.Resuming;", string.Empty, "/// <content>The changes that are made of the description of the API.</content>"]);
        return text.Block("internal sealed partial record ResumedChange", () =>
        {
            text.Line("private static Change[] DescribedChanges =>").Line("[");
            var flags = changes.SelectMany(change => change.Parameters.Where(one => one is { Parameter.IsKept: true, Member.Kind: MemberKind.Boolean }).Select(one => one.Parameter.Name)
                .Concat(change.Decision.Mark is { } mark ? [mark.Name] : []));
            foreach (var change in changes.Where(change => change.Decision.Resumes))
            {
                var needed = change.Parameters.Where(one => one.Parameter.IsNeeded).Select(one => one.Parameter.Name)
                    .Concat(change.Decision.Mark is { } mark ? [mark.Name] : []);
                var possible = change.Parameters.Where(one => one.Parameter is { IsNeeded: false, IsKept: true }).Select(one => one.Parameter.Name);
                text.Line($"    new({Literal(change.Action.Name)}, {Literal(change.Cmdlet.Name)}, typeof({CmdletText.Class(change.Cmdlet)}), {Literals(needed)}, {Literals(possible)},")
                    .Line($"        given => {change.Kind.Noun.Noun}Operations.{change.Method}({string.Join(", ", change.Parameters.Select(Given))})),");
            }

            text.Line("];").Line();
            text.Line($"private static string[] DescribedFlags => {Literals(flags.Distinct().Order(StringComparer.Ordinal))};");
        });
    }

    /// <summary>What was not kept cannot be asked for again: then nothing is known of the options, and it is not resumed.</summary>
    private static string Given((Nouns.ParameterDecision Parameter, Member Member) one) => !one.Parameter.IsKept ? "null" : $"{one.Member.Kind switch
    {
        MemberKind.Int32 => "Number",
        MemberKind.Decimal => "Decimal",
        MemberKind.Boolean => "Flag",
        MemberKind.Time => "Time",
        _ => "Text",
    }}{(one.Parameter.IsNeeded ? string.Empty : "OrNull")}(given, {Literal(one.Parameter.Name)})";
}
