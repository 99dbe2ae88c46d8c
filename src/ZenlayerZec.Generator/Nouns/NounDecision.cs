using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Nouns;

/// <summary>What is decided of a noun, in its file.</summary>
/// <param name="Noun">The noun of the cmdlets, without the prefix, such as <c>Disk</c>.</param>
/// <param name="Place">The file.</param>
internal sealed record NounDecision(string Noun, YamlPart Place)
{
    /// <summary>The types that its objects become.</summary>
    public required IReadOnlyList<ModelDecision> Models { get; init; }

    /// <summary>What one of them is called, such as <c>disk</c>.</summary>
    public required string Word { get; init; }

    /// <summary>What several of them are called.</summary>
    public required string Words { get; init; }

    /// <summary>The kind of thing; null where it is written by hand, or the noun is not one.</summary>
    public KindDecision? Kind { get; init; }

    /// <summary>The cmdlets of the noun that are made here, and those that no action is for.</summary>
    public required IReadOnlyList<CmdletDecision> Cmdlets { get; init; }

    /// <summary>The actions that are decided.</summary>
    public required IReadOnlyList<ActionDecision> Actions { get; init; }
}

/// <summary>What is decided of an action.</summary>
/// <param name="Action">The action's name.</param>
/// <param name="Place">Where it is decided.</param>
internal sealed record ActionDecision(string Action, YamlPart Place)
{
    /// <summary>The cmdlet that sends it.</summary>
    public required string Cmdlet { get; init; }

    /// <summary>What is made of it.</summary>
    public Made Made { get; init; }

    /// <summary>Whether programs that use the client make the request themselves.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The type of the answer, by hand, that several actions have; null where it has one of its own.</summary>
    public string? Answer { get; init; }

    /// <summary>The list in the answer, where the action lists.</summary>
    public string? Items { get; init; }

    /// <summary>The first fields of the body, where it is not in the order of the description: bodies stay as they were.</summary>
    public required IReadOnlyList<string> Order { get; init; }

    /// <summary>Parameters of the API that are not offered.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>What is decided of single parameters.</summary>
    public required IReadOnlyDictionary<string, MemberDecision> Members { get; init; }
}

/// <summary>What is made of an action.</summary>
internal enum Made
{
    /// <summary>The types of the request and the answer, their reader and their writer.</summary>
    All,

    /// <summary>The reader and the writer, of types that are written by hand.</summary>
    Json,

    /// <summary>Nothing: all of it is written by hand.</summary>
    Nothing,
}
