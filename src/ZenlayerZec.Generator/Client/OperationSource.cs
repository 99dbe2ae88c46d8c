using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;
using ZenlayerZec.Generator.Yaml;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Client;

/// <summary>Makes what can be done to things of a kind: the request, how a lost answer is settled, what is left out.</summary>
internal static class OperationSource
{
    /// <summary>Makes the file of a kind.</summary>
    public static SourceText Of(Kind kind, IReadOnlyList<Change> changes)
    {
        var text = new SourceText().Lines(
        [
            "using ZenlayerZec.Client.Api;", "using ZenlayerZec.Client.Kinds;", "using ZenlayerZec.Client.Models;", string.Empty, "namespace ZenlayerZec.Client.Batching;", string.Empty,
            $"/// <summary>What can be done to {kind.Noun.Words}.</summary>",
        ]);
        return text.Block($"internal static partial class {kind.Noun.Noun}Operations", () =>
        {
            foreach (var change in changes.Where(change => !change.Decision.IsByHand))
            {
                Operation(text, change);
                text.Line();
            }
        });
    }

    private static void Operation(SourceText text, Change change)
    {
        // What may be left out may be so in a call, too, where nothing that is needed follows.
        var needed = change.Parameters.ToList().FindLastIndex(one => one.Parameter.IsNeeded);
        string[] arguments =
        [
            .. change.Parameters.Select((one, index) => $"{Change.ArgumentType(one)} {Change.Argument(one.Parameter)}{(index > needed ? " = null" : string.Empty)}"),
            .. change.Has("sparesProtected") ? ["bool includeProtected = false"] : Array.Empty<string>(),
        ];
        text.Line($"/// <summary>{change.Action.Name}.</summary>");
        text.Line($"public static WriteOperation {change.Method}({string.Join(", ", arguments)}) => new(")
            .Line($"    {Literal(change.Action.Name)},").Line($"    {change.Kind.Name}.Kind,").Line($"    {Attempt(change)},").Line($"    {Settle(change)})");
        text.Braces(() => Traits(text, change), ";");
    }

    private static string Attempt(Change change)
    {
        var values = string.Concat(change.Parameters.Select(parameter => $", {parameter.Member.Name} = {(parameter.Parameter.IsInverse ? "!" : string.Empty)}{Change.Argument(parameter.Parameter)}"));
        var failed = change.Decision.Failed is { } field ? $"answer => answer.{change.Action.Answered.First(member => member.Field.Name == field).Name} ?? []" : "_ => []";
        return change.IsMany
            ? $"WriteOperation.AttemptAt(ZecActions.{change.Action.Name}, ids => new {change.Action.Request} {{ {change.Ids.Name} = ids{values} }}, {failed})"
            : $"WriteOperation.AttemptAtOne(ZecActions.{change.Action.Name}, id => new {change.Action.Request} {{ {change.Ids.Name} = id{values} }})";
    }

    private static string Settle(Change change)
    {
        var (kind, settle, place) = (change.Kind, change.Decision.Settle, change.Decision.Place);
        if (settle.ByHand is { } method)
        {
            return $"{method}({string.Join(", ", change.Parameters.Select(one => Change.Argument(one.Parameter)))})";
        }

        var states = settle.States.Count == 0 ? string.Empty : $", {kind.StateList(settle.States, place)}";
        if (settle.IsGone)
        {
            return $"Settle.WhenGone({(kind.States.Count > 0 ? $"{kind.Name}.States" : "KindStates.None")}{states})";
        }

        if (settle.Same.Count == 0)
        {
            return settle.States.Count == 0 ? "Settle.Nothing" : $"Settle.WhenState({kind.Name}.States{states})";
        }

        // A lone text that the change always sets, and no state: what stands there instead of it tells more than a state.
        if (settle is { Same: [var only], States.Count: 0 } && change.Parameters is [{ Parameter: { IsMandatory: true } lone, Member.Kind: MemberKind.Text or MemberKind.Id }] && lone.Field == only)
        {
            return $"Settle.WhenEquals<{kind.Model.Name}>(item => item.{kind.Member(only, place).Name}, {Change.Argument(lone)})";
        }

        // A parameter that nobody looks at would make any look a proof.
        if (change.Parameters.FirstOrDefault(one => !settle.Same.Contains(one.Parameter.Field)).Parameter is { } blind)
        {
            throw place.Fault($"A lost answer of {change.Action.Name} is settled by {string.Join(" and ", settle.Same)}, which says nothing of {blind.Field}.");
        }

        // With the values that were asked for; where they are there before the change or after it is undone, the state has to tell, too.
        string[] same = [.. settle.Same.Select(field => change.Same("item", field))];
        string[] reached = [.. settle.States.Select(state => $"{kind.Name}.States.Same(item.{kind.Member(kind.Decision.State!, place).Name}, {kind.State(state, place)})")];
        var stateOf = kind.Decision.State is { } field ? $"item => item.{kind.Member(field, place).Name}" : "_ => string.Empty";
        string[] state = reached.Length > 1 ? [$"({string.Join(" || ", reached)})"] : reached;
        return $"Settle.When<{kind.Model.Name}>({stateOf}, item => {string.Join(" && ", [.. state, .. same])})";
    }

    private static void Traits(SourceText text, Change change)
    {
        var (kind, decision) = (change.Kind, change.Decision);
        text.Line($"Options = {Options(change)},");
        text.Line($"BatchSize = {(change.IsMany ? change.Ids.Field.Most ?? 100 : 1)},");
        if (change is { IsMany: true, Ids.Field.Most: null })
        {
            text.Line("IsBatchSizeGuessed = true,");
        }

        if (decision.Repeats)
        {
            text.Line("Repeat = Repeat.AfterFreshLook,");
        }

        foreach (var trait in decision.Traits)
        {
            text.Line($"{Members.Capital(trait)} = {(trait == "sparesProtected" ? "!includeProtected" : "true")},");
        }

        if (change.LooksForSame)
        {
            text.Line("LooksWhole = true,");
        }

        if (decision.SkipWhere.Count > 0 || change.LooksForSame)
        {
            var reasons = decision.SkipWhere.Select(skip => $"{Where(kind, skip.Key, decision.Place)} ? {Literal(skip.Value)} : ")
                .Concat(change.LooksForSame && decision.SkipSame is var (field, reason) ? [$"{change.Same("one", field)} ? {Literal(reason)} : "] : []);
            text.Line($"SkipThing = thing => thing is {kind.Model.Name} one ? {string.Concat(reasons)}null : null,");
        }

        if (decision.Refusals.Count > 0)
        {
            if (!change.Has("looksFirst"))
            {
                throw decision.Place.Fault($"{change.Cmdlet.Name} refuses states, and does not look first.");
            }

            text.Line($"Refusal = WriteOperation.SkipIn({kind.Name}.States, [{Reasons(change, decision.Refusals)}]),");
        }

        if (decision.SkipUnless is { } unless)
        {
            var isOne = string.Join(" || ", unless.States.Select(state => $"{kind.Name}.States.Same(state, {kind.State(state, decision.Place)})"));
            text.Line($"SkipReason = state => {isOne} ? null : {Literal(unless.Reason)},");
        }
        else if (decision.SkipsWayOut || decision.Skips.Count > 0)
        {
            string[] wayOut = decision.SkipsWayOut ? [$".. {kind.Name}.States.WayOut"] : [];
            var skips = decision.Skips.Select(skip => $"({kind.State(skip.Key, decision.Place)}, {Reason(change, skip.Value)})");
            text.Line($"SkipReason = WriteOperation.SkipIn({kind.Name}.States, [{string.Join(", ", wayOut.Concat(skips))}]),");
        }
    }

    private static string Reasons(Change change, IReadOnlyDictionary<string, string> reasons)
        => string.Join(", ", reasons.Select(reason => $"({change.Kind.State(reason.Key, change.Decision.Place)}, {Literal(reason.Value)})"));

    /// <summary>Whether a boolean is true, or a field has a value.</summary>
    private static string Where(Kind kind, string condition, YamlPart place)
    {
        if (condition.Split('=') is not [var field, var value])
        {
            return kind.Member(condition, place) is { Kind: MemberKind.Boolean } flag
                ? $"one.{flag.Name} == true"
                : throw place.Fault($"{condition} of {kind.Model.Name} is not a boolean.");
        }

        var member = kind.Member(field, place);
        return member.Field.Values.Contains(value)
            ? $"string.Equals(one.{member.Name}, {Literal(value)}, StringComparison.OrdinalIgnoreCase)"
            : throw place.Fault($"'{value}' is not a documented value of {field} of {kind.Model.Name}: {string.Join(", ", member.Field.Values)}.");
    }

    /// <summary>What was asked for beside the IDs; nobody can ask for the same again by it where it had something that is not kept.</summary>
    private static string Options(Change change)
    {
        var (kept, unkept) = (change.Parameters.Where(one => one.Parameter.IsKept), change.Parameters.Where(one => !one.Parameter.IsKept).ToArray());
        string[] pairs =
        [
            .. kept.Select(one => $"({Literal(one.Parameter.Name)}, {Change.Argument(one.Parameter)})"),
            .. change.Decision.Mark is { } mark ? [$"({Literal(mark.Name)}, {(mark.Value == false ? "false" : "true")})"] : Array.Empty<string>(),
        ];
        var options = $"WriteOptions.Of({string.Join(", ", pairs)})";
        return unkept.Any(one => one.Parameter.IsNeeded) ? "null"
            : unkept.Length == 0 ? options
            : $"{string.Join(" || ", unkept.Select(one => $"{Change.Argument(one.Parameter)} is not null"))} ? null : {options}";
    }

    private static string Reason(Change change, SkipDecision skip)
    {
        if (skip.Unless is not { } name)
        {
            return Literal(skip.Reason);
        }

        var (parameter, _) = change.Parameters.FirstOrDefault(one => one.Parameter.Name == name && one.Parameter.IsAlwaysSent);
        return parameter is null
            ? throw change.Decision.Place.Fault($"{change.Action.Name} has no switch -{name} that is always sent.")
            : $"{Change.Argument(parameter)} ? null : {Literal(skip.Reason)}";
    }
}
