namespace ZenlayerZec.Simulator.Contract;

/// <summary>What a parameter's value is.</summary>
internal enum FieldType
{
    Text,
    TextList,
    Whole,
    WholeList,
    Number,
    Flag,
    Object,
    ObjectList,
}

/// <summary>A parameter of an action, or a member of one, as the API's description has it.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Type">What its value is.</param>
internal sealed record Field(string Name, FieldType Type)
{
    /// <summary>Whether the action needs it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The least value of a number, or of each number of a list; the least length of a text.</summary>
    public int? Least { get; init; }

    /// <summary>The greatest value of a number, the greatest length of a text, the most items of a list.</summary>
    public int? Most { get; init; }

    /// <summary>The values that it may have, or each item of a list; empty for any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The members of an object, or of each object of a list.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];
}
