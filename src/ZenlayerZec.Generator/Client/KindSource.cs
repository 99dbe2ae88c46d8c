using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Client;

/// <summary>Makes the description of a kind of thing, and the constants of its states.</summary>
internal static class KindSource
{
    /// <summary>Makes the file of the constants.</summary>
    public static SourceText States(Kind kind)
    {
        var text = new SourceText().Line("namespace ZenlayerZec.Client.Models;").Line();
        text.Line($"/// <summary>The states of {kind.Noun.Words} that the API documents. The set is open: an unknown state is passed on as it is.</summary>");
        return text.Block($"public static class {kind.Noun.Noun}Status", () =>
        {
            foreach (var state in kind.States)
            {
                text.Line($"/// <summary>The state {state}.</summary>").Line($"public const string {Kind.Constant(state)} = {Literal(state)};").Line();
            }

            text.Line("/// <summary>All documented states.</summary>")
                .Line($"public static IReadOnlyList<string> All {{ get; }} = [{string.Join(", ", kind.States.Select(Kind.Constant))}];");
        });
    }

    /// <summary>Makes the file of the description.</summary>
    public static SourceText Of(Kind kind)
    {
        var (decision, type, place) = (kind.Decision, kind.Model.Name, kind.Decision.Place);
        var item = $"item => item.{kind.IdName}";
        var text = new SourceText().Lines(
        [
            "using ZenlayerZec.Client.Api;", "using ZenlayerZec.Client.Models;", "using ZenlayerZec.Client.Paging;", "using ZenlayerZec.Client.Waiting;", string.Empty,
            "namespace ZenlayerZec.Client.Kinds;", string.Empty,
            $"/// <summary>The kind of {kind.Noun.Words}.</summary>",
        ]);
        return text.Block($"internal static partial class {kind.Name}", () =>
        {
            if (kind.States.Count > 0)
            {
                text.Line("/// <summary>What the API documents of its states.</summary>");
                text.Block($"public static KindStates States {{ get; }} = new([.. {kind.Noun.Noun}Status.All])", () =>
                {
                    text.Line($"InUse = [{kind.StateList(decision.InUse, place)}],");
                    if (decision.Bin is { } bin)
                    {
                        text.Line($"Bin = {kind.State(bin, place)},");
                    }

                    text.Line($"WayOut = [{string.Join(", ", decision.WayOut.Select(state => $"({kind.State(state.Key, place)}, {Literal(state.Value)})"))}],").Line($"Failed = [{kind.StateList(decision.Failed, place)}],");
                }, ";");
                text.Line();
            }

            var (request, response) = (kind.List.Request, kind.List.Response);
            text.Line("/// <summary>How they are listed.</summary>")
                .Line($"public static KindList<{request}, {type}> List {{ get; }} = new((client, call)")
                .Line($"    => new ActionLister<{request}, {response}, {type}>(ZecActions.{kind.List.Name}, {item}, client, call));")
                .Line();
            if (kind.Unused is { } unused)
            {
                UnusedSource.Add(text, kind, unused);
            }

            text.Line("/// <summary>The kind.</summary>").Line($"public static TypedKind<{type}> Kind {{ get; }} = new(")
                .Line($"    {Literal(kind.Noun.Word)},").Line("    List,").Line($"    {item},")
                .Line($"    (id, name, state) => new {type} {{ {kind.IdName} = id{Set(kind, decision.Name, "name")}{Set(kind, decision.State, "state")} }})");
            text.Braces(() => Fields(text, kind), ";");
        });
    }

    private static string Set(Kind kind, string? field, string value) => field is null ? string.Empty : $", {kind.Member(field, kind.Decision.Place).Name} = {value}";

    private static void Fields(SourceText text, Kind kind)
    {
        var (decision, place) = (kind.Decision, kind.Decision.Place);
        text.Line($"Plural = {Literal(kind.Noun.Words)},");
        foreach (var (property, field) in new[] { ("Name", decision.Name), ("State", decision.State), ("Detail", decision.Detail) })
        {
            if (field is not null)
            {
                text.Line($"{property} = item => item.{kind.Member(field, place).Name},");
            }
        }

        if (kind.Model.HasTags)
        {
            text.Line("Tags = item => item.KnownTags,");
        }

        if (kind.States.Count > 0)
        {
            text.Line("States = States,");
        }

        if (decision.Own is { } own)
        {
            text.Line($"GetOwn = {Literal(own)},");
        }

        if (decision.NotFound is { } notFound)
        {
            text.Line($"ServiceNotFoundCode = {Literal(notFound)},");
        }

        if (decision.Create is { } create)
        {
            text.Line($"CreateAction = {Literal(create)},");
        }

        if (decision.StandIns.Count > 0)
        {
            // They say nothing of its state and its tags: before something is done to it, it is looked at.
            var tags = kind.Model.HasTags ? ", AreTagsUnknown = true" : string.Empty;
            var entries = decision.StandIns.Select(type =>
                $"[typeof({type})] = item => new {kind.Model.Name} {{ {kind.IdName} = (({type})item).{kind.IdName}!, Account = item.Account{tags} }},");
            text.Block($"StandsFor = new Dictionary<Type, Func<ZecObject, {kind.Model.Name}>>", () => text.Lines(entries), ",");
        }

        if (decision.Foreign.Count > 0)
        {
            text.Line($"ForeignColumns = {Literals(decision.Foreign)},");
        }

        text.Line($"Catalogues = {Literals(decision.Catalogues)},");
        text.Line($"GoalExamples = {Literals(decision.GoalExamples)},");
        text.Block("Changes = new Dictionary<string, Func<string?, WaitGoal?>>", () =>
        {
            foreach (var (action, goal) in decision.Goals)
            {
                text.Line($"[{Literal(action)}] = {(goal.IsReleased ? "options" : "_")} => {Goal(kind, goal)},");
            }
        }, ",");
    }

    private static string Goal(Kind kind, GoalDecision goal)
    {
        var place = kind.Decision.Place;
        return goal.IsReleased ? "WaitGoal.Released(Kind!, options)"
            : goal.States.Count == 0 ? "null"
            : $"WaitGoal.For(Kind!, {kind.StateList(goal.States, place)}){(goal.From.Count == 0 ? string.Empty : $".From({kind.StateList(goal.From, place)})")}";
    }
}
