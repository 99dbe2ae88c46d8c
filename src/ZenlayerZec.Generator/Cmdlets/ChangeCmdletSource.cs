using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>Makes a cmdlet that changes things of a kind. Its changes, where there are several, are parameter sets.</summary>
/// <param name="kind">The kind.</param>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="changes">What it changes.</param>
internal sealed class ChangeCmdletSource(Kind kind, CmdletDecision cmdlet, IReadOnlyList<Change> changes)
{
    /// <summary>The constants that begin the names of the parameter sets.</summary>
    private static readonly string[] Starts = ["IdSet", "ObjectSet"];

    private readonly Change _first = changes[0];

    private bool IsHigh => _first.Decision.Impact == "High";

    /// <summary>The switch that makes it something that cannot be taken back; null where there is none.</summary>
    private ParameterDecision? Asking => changes.SelectMany(change => change.Parameters).Select(one => one.Parameter).FirstOrDefault(parameter => parameter.Asks is not null);

    private bool IsForcible => IsHigh || Asking is not null;

    private string Leaves => _first.Decision.Leaves is { } type ? $", Leaves = typeof({type})" : string.Empty;

    private bool IsRelease => changes.Any(change => change.Has("releases"));

    /// <summary>Makes the file.</summary>
    public SourceText Make()
    {
        var text = CmdletText.Begin(cmdlet);
        CmdletText.Attribute(text, cmdlet, $"ObjectSet{SetEnd(_first.Sets[0])}", $", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.{_first.Decision.Impact}");
        text.Line($"[OutputType(typeof(ZecBatchResult){(IsRelease ? string.Empty : $", typeof({kind.Model.Name})")})]");
        return text.Block($"public sealed partial class {CmdletText.Class(cmdlet)} : {(changes.Any(change => change.Decision.Waits) ? "Transition" : "Write")}Cmdlet", () =>
        {
            foreach (var set in Sets.Where(set => set.Length > 0))
            {
                text.Line($"private const string {set}Set = {Literal(set)};").Line();
            }

            CmdletText.Things(
                text, kind, [.. Sets.Select(SetEnd)], $", RefusesResults = true, RefusesOthers = true{Leaves}", string.Empty, ", or rows that name them.");
            foreach (var uses in changes.SelectMany(change => change.Parameters.Select(one => new Use(change, one.Parameter, one.Member))).GroupBy(use => use.Parameter.Name))
            {
                Parameter(text, [.. uses]);
            }

            foreach (var marked in changes.Where(change => change.Decision.Mark is not null).GroupBy(change => change.Decision.Mark!.Name))
            {
                Mark(text, marked.First(), marked.First().Decision.Mark!);
            }

            Switches(text);
            CmdletText.Overrides(text, kind);
            Overrides(text);
        });
    }

    /// <summary>The ends of the names of all parameter sets.</summary>
    private IEnumerable<string> Sets => changes.SelectMany(change => change.Sets).Distinct();

    private bool HasOneSet => Sets.Take(2).Count() == 1;

    private static string SetEnd(string set) => set.Length == 0 ? string.Empty : $" + {set}Set";

    /// <summary>Whether the command means a change, which its parameter set says; and where two changes share one, the value of its parameter.</summary>
    private static string IsIn(Change change)
    {
        var sets = string.Join(" || ", change.Sets.Select(set => $"IsIn({set}Set)"));
        return change.Decision.Mark is { Value: { } value } mark ? $"{sets} && {(value ? string.Empty : "!")}{mark.Name}" : sets;
    }

    /// <summary>Adds a parameter, which several changes may have.</summary>
    private void Parameter(SourceText text, IReadOnlyList<Use> uses)
    {
        var words = new ParameterText(uses[0].Parameter, uses[0].Member);
        var attributes = uses.SelectMany(use => use.Change.Sets.Where(set => use.Change.HasIn(set, use.Parameter.Name)).SelectMany(set => Attributes(use, set)));
        CmdletText.Parameter(text, words.Says, [.. attributes, .. words.Attributes(kind)], words.Property(IsAlwaysThere(uses[0].Parameter)));
    }

    /// <summary>Whether no command can do without a parameter that is in its parameter set.</summary>
    private bool IsAlwaysThere(ParameterDecision parameter) => changes.All(change => change.Parameters.All(one => one.Parameter.Name != parameter.Name || one.Parameter.IsMandatory));

    private IEnumerable<string> Attributes(Use use, string set)
    {
        string[] settings =
        [
            .. use.Change.NeedsIn(set, use.Parameter) ? ["Mandatory = true"] : Array.Empty<string>(),
            .. use.Parameter.IsMandatory && HasOneSet && !use.Parameter.IsPiped ? ["Position = 1"] : Array.Empty<string>(),
            .. use.Parameter.IsPiped ? ["ValueFromPipelineByPropertyName = true"] : Array.Empty<string>(),
        ];
        return HasOneSet ? [Attribute(settings)] : Starts.Select(start => Attribute([.. settings, $"ParameterSetName = {start}{SetEnd(set)}"]));
    }

    /// <summary>Adds a parameter that says only what is meant. A switch that is given as false, or as null, would do the opposite of what it says.</summary>
    private static void Mark(SourceText text, Change change, MarkDecision mark)
    {
        var sets = change.Sets.SelectMany(set => Starts.Select(start => Attribute(["Mandatory = true", $"ParameterSetName = {start}{SetEnd(set)}"])));
        var (type, accepted) = mark.Value is null ? ("SwitchParameter", (string[])["OnlyTrue", "ValidateSet(\"True\")"]) : ("bool", []);
        CmdletText.Parameter(text, mark.Text, [.. sets, .. accepted], $"public {type} {mark.Name} {{ get; set; }}");
    }

    private static string Attribute(string[] settings) => settings.Length == 0 ? "Parameter" : $"Parameter({string.Join(", ", settings)})";

    private void Switches(SourceText text)
    {
        if (_first.Has("sparesProtected"))
        {
            CmdletText.Parameter(
                text,
                $"Also changes {kind.Noun.Words} with a protected tag. Without it, they are skipped with a warning. Connect-Zec -ProtectedTag says which tags protect; the default is zec:keep.",
                ["Parameter"], "public SwitchParameter IncludeProtected { get; set; }");
        }

        if (IsForcible)
        {
            CmdletText.Parameter(
                text, $"Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is {_first.Decision.Done}.", ["Parameter"],
                "public SwitchParameter Force { get; set; }");
        }

        if (!IsRelease)
        {
            var arrived = _first.Decision.Waits ? ", and with -Wait when they have arrived" : string.Empty;
            CmdletText.Parameter(
                text,
                $"Returns the {kind.Noun.Words} that were changed, as they are afterwards, instead of the results{arrived}. The results remain in "
                + "Get-ZecOperation.",
                ["Parameter"],
                "public SwitchParameter PassThru { get; set; }");
        }
    }

    private void Overrides(SourceText text)
    {
        Choose(text, "ActionWords Words", change =>
        {
            var failed = $"{kind.Noun.Noun}Not{Members.Capital(change.Decision.Done)}";
            return $"new({Literal(change.Decision.Activity)}, {Literal(change.Decision.Done)}, {Literal(failed)})";
        });
        if (changes.All(change => change.Decision.Question is not null))
        {
            Choose(text, "string Question", Question);
        }

        if (!changes.Any(change => change.Decision.IsByHand))
        {
            Choose(text, "WriteOperation CreateOperation()", Operation);
        }

        if (IsForcible)
        {
            text.Line("private protected override bool IsForced => Force;").Line();
        }

        if (Asking is { } asking)
        {
            text.Line($"private protected override bool AsksAsHigh => {asking.Name};").Line();
        }

        if (!IsRelease)
        {
            text.Line("private protected override bool EmitsThings => PassThru;").Line();
        }

        if (changes.FirstOrDefault(change => change.Parameters.Any(one => one.Parameter.IsPiped)) is { } piped)
        {
            var name = piped.Parameters.First(one => one.Parameter.IsPiped).Parameter.Name;
            var isThere = changes.Count == 1 || !IsAlwaysThere(piped.Parameters.First(one => one.Parameter.IsPiped).Parameter);
            text.Line($"private protected override string? ValueAtHand => {(isThere ? name : $"{name}.Length == 0 ? null : {name}")};").Line();
            text.Line($"private protected override string SeveralValuesCode => {Literal($"Several{name}s")};").Line();
            text.Line($"private protected override (string Value, string Ids)? PipedValue => ({Literal(name)}, {Literal($"{kind.Noun.Noun}Id")});").Line();
        }

        if (changes.Any(change => change.Decision.SkipSame is not null && !change.LooksForSame))
        {
            Choose(text, "string? ReasonToSkip(ZecObject thing)", change =>
            {
                if (change.LooksForSame || change.Decision.SkipSame is not var (field, reason))
                {
                    return "null";
                }

                var (parameter, member) = change.Parameters.FirstOrDefault(one => one.Parameter.Field == field);
                var value = parameter is null ? null : new ParameterText(parameter, member).Value;
                return $"{change.Same($"(({kind.Model.Name})thing)", field, value)} ? {Literal(reason)} : null";
            });
        }

        if (changes.All(change => change.Decision.Goal is not null))
        {
            Choose(text, "WaitGoal Goal", change => $"{kind.Noun.Noun}Goal.{change.Decision.Goal}({string.Join(", ", Arguments(change))})");
        }

        CmdletText.Excluded(text, _first.Decision.Excludes is [var one, var other] ? [(one, other)] : []);

        if (changes.FirstOrDefault(change => change.Decision.NeedsAny) is { } any)
        {
            text.Line($"private protected override string[] NeededParameters => {Literals(any.Parameters.Select(one => one.Parameter.Name))};").Line();
        }
    }

    /// <summary>Adds a member that is what the parameter set says.</summary>
    private void Choose(SourceText text, string member, Func<Change, string> value)
    {
        var others = changes.Skip(1).Select(change => $"{IsIn(change)} ? {value(change)} : ");
        text.Line($"private protected override {member} => {string.Concat(others)}{value(_first)};").Line();
    }

    private static string Question(Change change)
    {
        var asking = change.Parameters.Select(one => one.Parameter).FirstOrDefault(parameter => parameter.Asks is not null);
        return $"{(asking is null ? string.Empty : $"{asking.Name} ? {Sentence(asking.Asks!)} : ")}{Sentence(change.Decision.Question!)}";
    }

    private static string Sentence(string question) => question.Contains('{', StringComparison.Ordinal) ? $"${Literal(question)}" : Literal(question);

    private string Operation(Change change)
    {
        string[] arguments =
        [
            .. Arguments(change),
            .. change.Has("sparesProtected") ? ["IncludeProtected"] : Array.Empty<string>(),
        ];
        return $"{kind.Noun.Noun}Operations.{change.Method}({string.Join(", ", arguments)})";
    }

    private IEnumerable<string> Arguments(Change change) => change.Parameters.Select(one
        => new ParameterText(one.Parameter, one.Member) is var text && one.Parameter.IsMandatory ? text.NeededValue(IsAlwaysThere(one.Parameter)) : text.Value);

    /// <summary>A parameter as one change has it.</summary>
    private sealed record Use(Change Change, ParameterDecision Parameter, Member Member);
}
