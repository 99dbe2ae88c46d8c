using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Client;

/// <summary>Makes the test for what nobody uses of a kind.</summary>
internal static class UnusedSource
{
    /// <summary>Adds it to the description of the kind.</summary>
    public static void Add(SourceText text, Kind kind, UnusedDecision unused)
    {
        text.Line("/// <summary>Which of them nobody uses.</summary>");
        text.Block(
            $"public static UnusedThings<{kind.List.Request}, {kind.Model.Name}> Unused {{ get; }} = new(List)",
            () => text.Lines(Says(kind, unused).Select(says => $"{says},")),
            ";");
        text.Line();
    }

    /// <summary>A state, a text, a number of users or lists of them, which the service may not be asked for, or what it was made of.</summary>
    private static IEnumerable<string> Says(Kind kind, UnusedDecision unused)
    {
        var place = unused.Place;
        if (unused.Gone is var (type, id))
        {
            // The state of what is being deleted says so; of the other kinds, the state that is asked for does.
            var isGoing = kind.States.Count > 0 ? [$"IsOne = item => !States.IsOnWayOut(item.{kind.Member(kind.Decision.State!, place).Name})"] : Array.Empty<string>();
            return [.. isGoing, $"Gone = new({type["Zec".Length..]}Kind.Kind, item => (({kind.Model.Name})item).{id})"];
        }

        if (unused.Same is not var (field, wanted))
        {
            string[] tests = [.. unused.None.Select(Empty), .. unused.Unless is { } flag ? [$"item.{Flag(flag)} != true"] : Array.Empty<string>()];
            return [$"IsOne = item => {string.Join(" && ", tests)}"];
        }

        var member = kind.Member(field, place);
        if (member.Kind == MemberKind.Int32)
        {
            return [$"IsOne = item => item.{member.Name} == {wanted}"];
        }

        var value = field == kind.Decision.State ? kind.State(wanted, place) : Literal(wanted);
        var asked = kind.List.Asked.FirstOrDefault(one => one.Field.Name == field) ?? throw place.Fault($"{kind.List.Name} has no filter {field}.");
        return
        [
            $"IsOne = item => string.Equals(item.{member.Name}, {value}, StringComparison.OrdinalIgnoreCase)",
            $"Ask = request => request.{asked.Name} = {value}",
        ];

        string Empty(string list) => kind.Member(list, place) is { Kind: MemberKind.Ids or MemberKind.Texts or MemberKind.Objects } found
            ? $"Compact.IsEmpty(item.{found.Name})"
            : throw place.Fault($"{list} of {kind.Model.Name} is not a list.");

        string Flag(string flag) => kind.Member(flag, place) is { Kind: MemberKind.Boolean } found
            ? found.Name
            : throw place.Fault($"{flag} of {kind.Model.Name} is not a boolean.");
    }
}
