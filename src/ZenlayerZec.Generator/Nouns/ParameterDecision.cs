using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Nouns;

/// <summary>A parameter that a field of a request becomes.</summary>
/// <param name="Field">The field; <c>marketingOptions.discountCode</c> is a field of an object in the request.</param>
/// <param name="Name">The parameter.</param>
/// <param name="Place">Where it is decided.</param>
internal sealed record ParameterDecision(string Field, string Name, YamlPart Place)
{
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

    /// <summary>Whether it is a switch that sends true, and nothing where it is not given.</summary>
    public bool IsSwitch { get; init; }

    /// <summary>Whether each record may bring its own.</summary>
    public bool IsPiped { get; init; }

    /// <summary>Reads one; a text alone is its name.</summary>
    public static ParameterDecision Read(YamlPart key, YamlPart part) => part.IsText
        ? new ParameterDecision(key.Text, part.Text, key)
        : new ParameterDecision(
            key.Text,
            part.Only("name", "text", "completer", "idOf", "pattern", "range", "mandatory", "switch", "piped").Get("name").Text,
            key)
        {
            Text = part.Find("text")?.Text,
            Completer = part.Find("completer")?.Text,
            IdOf = part.Find("idOf")?.Text,
            Pattern = part.Find("pattern")?.Text,
            Range = part.Find("range")?.Text,
            IsMandatory = part.Find("mandatory")?.Flag ?? false,
            IsSwitch = part.Find("switch")?.Flag ?? false,
            IsPiped = part.Find("piped")?.Flag ?? false,
        };
}
