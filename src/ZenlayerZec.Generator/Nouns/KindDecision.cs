using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Nouns;

/// <summary>What is decided of a kind of thing: how it is listed, and what its fields and states mean.</summary>
/// <param name="Model">The type of its objects.</param>
/// <param name="Place">Where it is decided.</param>
internal sealed record KindDecision(string Model, YamlPart Place)
{
    /// <summary>Whether its description is written by hand, and only what is done to it is made here.</summary>
    public bool IsByHand { get; init; }

    /// <summary>The action that lists it.</summary>
    public required string List { get; init; }

    /// <summary>The action that lists its states alone, which is a smaller answer; null where there is none.</summary>
    public string? StateList { get; init; }

    /// <summary>The filter of both actions for IDs.</summary>
    public required string Ids { get; init; }

    /// <summary>What the Get- cmdlet needs to list them at all, such as <c>-Custom</c>; null where it needs nothing.</summary>
    public string? Own { get; init; }

    /// <summary>The field of its name; null where it has none.</summary>
    public string? Name { get; init; }

    /// <summary>The field of its state; null where it has none.</summary>
    public string? State { get; init; }

    /// <summary>The field that tells it from others of the same name.</summary>
    public string? Detail { get; init; }

    /// <summary>The service's code for one that is not there; null where it is not known.</summary>
    public string? NotFound { get; init; }

    /// <summary>The cmdlets that list what can be chosen for a new one.</summary>
    public required IReadOnlyList<string> Catalogues { get; init; }

    /// <summary>The action that creates it; null where there is none.</summary>
    public string? Create { get; init; }

    /// <summary>The states in which somebody may have begun to need one.</summary>
    public required IReadOnlyList<string> InUse { get; init; }

    /// <summary>The state in the recycle bin; null where there is no bin.</summary>
    public string? Bin { get; init; }

    /// <summary>The states of the way out, in their order, each with what is said of a thing in it, after "it".</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> WayOut { get; init; }

    /// <summary>The states of what failed.</summary>
    public required IReadOnlyList<string> Failed { get; init; }

    /// <summary>The types of objects that stand for one, such as what was measured of it: they have its ID.</summary>
    public required IReadOnlyList<string> StandIns { get; init; }

    /// <summary>States to wait for, as examples.</summary>
    public required IReadOnlyList<string> GoalExamples { get; init; }

    /// <summary>Columns that no row of one has: a row with one of them is about something else, whose ID this one is not.</summary>
    public required IReadOnlyList<string> Foreign { get; init; }

    /// <summary>Where each action leads.</summary>
    public required IReadOnlyDictionary<string, GoalDecision> Goals { get; init; }

    /// <summary>What its Get- cmdlet gives for objects of other types.</summary>
    public required IReadOnlyDictionary<string, string> Ways { get; init; }
}

/// <summary>Where an action leads.</summary>
/// <param name="States">The states, any of which is enough; none for an action that leads to no state.</param>
/// <param name="From">States that it may still be in at first.</param>
/// <param name="IsReleased">Whether it leads out of the account, or into the recycle bin.</param>
internal sealed record GoalDecision(IReadOnlyList<string> States, IReadOnlyList<string> From, bool IsReleased);
