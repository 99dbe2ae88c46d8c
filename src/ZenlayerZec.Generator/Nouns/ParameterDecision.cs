using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Nouns;

/// <summary>A parameter that a field of a request becomes.</summary>
/// <param name="Field">The field; <c>marketingOptions.discountCode</c> is a field of an object in the request.</param>
/// <param name="Name">The parameter.</param>
/// <param name="Place">Where it is decided.</param>
internal sealed record ParameterDecision(string Field, string Name, YamlPart Place)
{
    /// <summary>What is said of a switch that is sent as false, too.</summary>
    private const string Always = "always";

    /// <summary>Whether code by hand makes something of it.</summary>
    public bool IsByHand { get; init; }

    /// <summary>What it is, as a sentence; null where the phrase of the field does.</summary>
    public string? Text { get; init; }

    /// <summary>The completer, without the end of its name; null where nothing can be completed.</summary>
    public string? Completer { get; init; }

    /// <summary>The type of the thing whose ID it is.</summary>
    public string? IdOf { get; init; }

    /// <summary>The pattern of its text.</summary>
    public string? Pattern { get; init; }

    /// <summary>The range of its number.</summary>
    public string? Range { get; init; }

    /// <summary>Whether it has to be there.</summary>
    public bool IsMandatory { get; init; }

    /// <summary>Other names of it.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Whether it is a switch that sends true, and nothing where it is not given.</summary>
    public bool IsSwitch { get; init; }

    /// <summary>Whether the switch sends false where it is not given: what the service takes by default is not what was asked for.</summary>
    public bool IsAlwaysSent { get; init; }

    /// <summary>What a person is asked where the switch is given, as for what cannot be taken back; null where it changes nothing.</summary>
    public string? Asks { get; init; }

    /// <summary>Whether it is a secret text.</summary>
    public bool IsSecure { get; init; }

    /// <summary>Whether it may be written down, as it has to be so that the same can be asked for again.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether the change always has it.</summary>
    public bool IsNeeded => IsMandatory || IsAlwaysSent;

    /// <summary>Whether each record may bring its own.</summary>
    public bool IsPiped { get; init; }

    /// <summary>Whether the field has the opposite of what the parameter says.</summary>
    public bool IsInverse { get; init; }

    /// <summary>The field of what is listed that has the value, where it is called otherwise there.</summary>
    public string? Listed { get; init; }

    /// <summary>Reads one; a text alone is its name.</summary>
    public static ParameterDecision Read(YamlPart key, YamlPart part) => part.IsText
        ? new ParameterDecision(key.Text, part.Text, key) { Aliases = [], IsKept = true }
        : new ParameterDecision(
            key.Text,
            part.Only(
                "byHand", "name", "text", "alias", "completer", "idOf", "pattern", "range", "mandatory", "switch", "asks", "secure", "kept", "piped", "inverse",
                "listed").Get("name").Text,
            key)
        {
            IsByHand = part.Find("byHand")?.Flag ?? false,
            Text = part.Find("text")?.Text,
            Completer = part.Find("completer")?.Text,
            IdOf = part.Find("idOf")?.Text,
            Pattern = part.Find("pattern")?.Text,
            Range = part.Find("range")?.Text,
            IsMandatory = part.Find("mandatory")?.Flag ?? false,
            Aliases = part.Texts("alias"),
            IsSwitch = part.Find("switch") is { } given && (given.Text == Always || given.Flag),
            IsAlwaysSent = part.Find("switch")?.Text == Always,
            Asks = part.Find("asks")?.Text,
            IsSecure = part.Find("secure")?.Flag ?? false,
            IsKept = !(part.Find("secure")?.Flag ?? false) && (part.Find("kept")?.Flag ?? true),
            IsPiped = part.Find("piped")?.Flag ?? false,
            IsInverse = part.Find("inverse")?.Flag ?? false,
            Listed = part.Find("listed")?.Text,
        };
}
