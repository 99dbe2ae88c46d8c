using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Nouns;

/// <summary>A type of .NET that objects of the API become.</summary>
/// <param name="Name">The type, such as <c>ZecDisk</c>.</param>
/// <param name="Place">Where it is decided.</param>
internal sealed record ModelDecision(string Name, YamlPart Place)
{
    /// <summary>Where the facts have such an object, such as <c>DescribeDisks.response.dataSet</c>; more than one are one shape.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>What it is, as the summary of the type.</summary>
    public required string Says { get; init; }

    /// <summary>The field that is its ID; null where it has none of its own.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it is read from an account by itself, and not only as a part of another object.</summary>
    public bool IsRoot => Id is not null;

    /// <summary>The fields whose first text that is not empty stands for the object; empty where code by hand says it.</summary>
    public required IReadOnlyList<string> Text { get; init; }

    /// <summary>Whether only the module itself sees it: scripts get something that is made of it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Whether the type is written by hand, and only read and written here.</summary>
    public bool IsByHand { get; init; }

    /// <summary>What was asked, and is noted in the object since the answer does not say it: properties that are text, each with its summary.</summary>
    public required IReadOnlyDictionary<string, string> Asked { get; init; }

    /// <summary>The first properties, where they are not in the order of the description.</summary>
    public required IReadOnlyList<string> Order { get; init; }

    /// <summary>Fields that the module leaves out: deprecated ones, and those of another use.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>The columns of its table; none where it has no view of its own here.</summary>
    public required IReadOnlyList<ColumnDecision> View { get; init; }

    /// <summary>What is decided of single fields.</summary>
    public required IReadOnlyDictionary<string, MemberDecision> Members { get; init; }
}

/// <summary>What is decided of a field of a model.</summary>
internal sealed record MemberDecision(YamlPart Place)
{
    /// <summary>The name of the property, where it is not the API's with a capital.</summary>
    public string? Name { get; init; }

    /// <summary>The summary, where the phrase of the name does not do.</summary>
    public string? Says { get; init; }

    /// <summary>The type of an object, or of each object of a list; or <c>long</c> for a large integer.</summary>
    public string? Type { get; init; }

    /// <summary>Whether the property is written by hand, and only read and written here.</summary>
    public bool IsByHand { get; init; }

    /// <summary>Whether the fields of the object are shown as those of what has it.</summary>
    public bool IsFlat { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Property">The property that it shows.</param>
/// <param name="Label">What stands over it.</param>
/// <param name="Width">Its width; null where it takes what is left.</param>
internal sealed record ColumnDecision(string Property, string Label, int? Width)
{
    /// <summary>Values that mean something else than they say, such as -1 for ever, and the words for them.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();
}
