using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Nouns;

/// <summary>How a cmdlet creates things.</summary>
/// <param name="Action">The action.</param>
/// <param name="Ids">The field of the answer that has the ID, or the IDs, of what was created.</param>
/// <param name="Place">Where it is decided.</param>
internal sealed record CreateDecision(string Action, string Ids, YamlPart Place)
{
    /// <summary>What is asked for, in words; <c>{Name}</c> in it is a parameter.</summary>
    public required string Target { get; init; }

    /// <summary>The parameters that the Get- cmdlet has too, which find what was created after a lost answer.</summary>
    public required IReadOnlyList<string> Look { get; init; }

    /// <summary>The parameters, in the order of their positions.</summary>
    public required IReadOnlyList<ParameterDecision> Parameters { get; init; }

    /// <summary>The type of what the things are created in, and the field of the request that has its ID; null where there is no such.</summary>
    public (string Type, string Field)? Parent { get; init; }

    /// <summary>The field of the request that says how many; null where a request is for one.</summary>
    public string? Count { get; init; }

    /// <summary>Whether the things cost from then on: <c>true</c>, or the parameter with which they do. Null where they cost nothing.</summary>
    public string? Billed { get; init; }

    /// <summary>The field of the request that says how an order is to be paid, with discounts and vouchers; null where there is none.</summary>
    public string? Marketing { get; init; }

    /// <summary>Whether the cmdlet can wait until the things can be used.</summary>
    public bool Waits { get; init; }

    /// <summary>Two parameters that contradict each other; none where there are no such.</summary>
    public required IReadOnlyList<string> Excludes { get; init; }

    /// <summary>Reads one.</summary>
    public static CreateDecision Read(YamlPart key, YamlPart part)
    {
        part.Only("ids", "target", "look", "parameters", "parent", "count", "billed", "marketing", "waits", "excludes");
        return new CreateDecision(key.Text, part.Get("ids").Text, key)
        {
            Target = part.Get("target").Text,
            Look = part.Texts("look"),
            Parameters = [.. part.Get("parameters").Entries.Select(parameter => ParameterDecision.Read(parameter.Key, parameter.Value))],
            Parent = part.Find("parent")?.Only("type", "field") is { } parent ? (parent.Get("type").Text, parent.Get("field").Text) : null,
            Count = part.Find("count")?.Text,
            Billed = part.Find("billed")?.Text is not "false" and var billed ? billed : null,
            Marketing = part.Find("marketing")?.Text,
            Waits = part.Find("waits")?.Flag ?? false,
            Excludes = part.Texts("excludes"),
        };
    }
}
