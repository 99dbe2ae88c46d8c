using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Nouns;

/// <summary>How a cmdlet lists what there is to choose from: a list without pages, whose rows have no life of their own.</summary>
/// <param name="Action">The action that lists.</param>
/// <param name="Place">Where it is decided.</param>
internal sealed record CatalogueDecision(string Action, YamlPart Place)
{
    /// <summary>Whether code by hand says what is asked, such as more than one action; the cmdlet's parameters are made all the same.</summary>
    public bool IsByHand { get; init; }

    /// <summary>What the rows are called in an error, where it is not the noun.</summary>
    public string? Words { get; init; }

    /// <summary>The parameter for the IDs of places; null where there is none.</summary>
    public ParameterDecision? Ids { get; init; }

    /// <summary>Whether these are the own IDs of the rows: then one that is not there is an error, and they come from the pipeline as texts.</summary>
    public bool AreOwnIds { get; init; }

    /// <summary>The types whose rows are listed, each with the fields that say it.</summary>
    public required IReadOnlyList<ParentDecision> Parents { get; init; }

    /// <summary>What the parameter for parents is.</summary>
    public required string ParentText { get; init; }

    /// <summary>The parameter for names with wildcards; null where there is none.</summary>
    public CatalogueNames? Names { get; init; }

    /// <summary>Switches, each with the boolean that has to be true.</summary>
    public required IReadOnlyList<ParameterDecision> Flags { get; init; }

    /// <summary>A list of texts in a row, each of which becomes an object of a type; null where the rows are emitted.</summary>
    public (string Field, string Type)? Each { get; init; }

    /// <summary>The type of what is emitted, where code by hand says it.</summary>
    public string? Emits { get; init; }

    /// <summary>Other actions, one of which is asked where its switch is given.</summary>
    public required IReadOnlyList<CatalogueChoice> Instead { get; init; }

    /// <summary>Whether an account that cannot be asked is an error of its own, and the others are listed.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Reads one.</summary>
    public static CatalogueDecision Read(YamlPart part)
    {
        part.Only("action", "byHand", "words", "ids", "ownIds", "parents", "parentText", "names", "flags", "each", "emits", "instead", "goesOn");
        var own = part.Find("ownIds");
        var ids = own ?? part.Find("ids");
        return new CatalogueDecision(part.Get("action").Text, part)
        {
            IsByHand = part.Find("byHand")?.Flag ?? false,
            Words = part.Find("words")?.Text,
            Ids = ids?.Entries is [var only] ? ParameterDecision.Read(only.Key, only.Value) : ids is null ? null : throw ids.Fault("Places have one parameter for their IDs."),
            AreOwnIds = own is not null,
            Parents = CmdletReader.Parents(part.Find("parents")),
            ParentText = part.Find("parentText")?.Text ?? string.Empty,
            Names = part.Find("names") is { } names ? CatalogueNames.Read(names) : null,
            Flags = [.. (part.Find("flags")?.Entries ?? []).Select(flag => ParameterDecision.Read(flag.Key, flag.Value))],
            Each = part.Find("each")?.Only("field", "type") is { } each ? (each.Get("field").Text, each.Get("type").Text) : null,
            Emits = part.Find("emits")?.Text,
            Instead = [.. (part.Find("instead")?.Items ?? []).Select(CatalogueChoice.Read)],
            GoesOn = part.Find("goesOn")?.Flag ?? false,
        };
    }
}

/// <summary>Another action with the same rows, which a switch chooses.</summary>
/// <param name="Switch">The switch.</param>
/// <param name="Action">The action.</param>
/// <param name="Without">A switch that has no meaning then; null where there is none.</param>
/// <param name="Text">What the switch is.</param>
internal sealed record CatalogueChoice(string Switch, string Action, string? Without, string Text)
{
    /// <summary>Reads one.</summary>
    public static CatalogueChoice Read(YamlPart part)
        => new(part.Only("switch", "action", "without", "text").Get("switch").Text, part.Get("action").Text, part.Find("without")?.Text, part.Get("text").Text);
}

/// <summary>A parameter for names with wildcards.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Fields">The fields that it is about, any of which may match; none where a row is a text.</param>
/// <param name="Completer">What completes it.</param>
/// <param name="Text">What it is.</param>
/// <param name="Missing">What there is none of, in the error for a name that nothing has; null where that is not an error.</param>
internal sealed record CatalogueNames(string Name, IReadOnlyList<string> Fields, string Completer, string Text, string? Missing)
{
    /// <summary>Reads one.</summary>
    public static CatalogueNames Read(YamlPart part) => new(
        part.Only("name", "fields", "completer", "text", "missing").Get("name").Text,
        part.Texts("fields"),
        part.Get("completer").Text,
        part.Get("text").Text,
        part.Find("missing")?.Text);
}
