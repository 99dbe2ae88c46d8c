namespace ZenlayerZec.Tests.Answers;

/// <summary>A field of an object that the API lists.</summary>
/// <param name="Name">The API's name.</param>
/// <param name="Property">The property that keeps it.</param>
/// <param name="Kind">What it is.</param>
internal sealed record WireField(string Name, string Property, WireKind Kind)
{
    /// <summary>What an object is, or each of a list.</summary>
    public Type? Part { get; init; }
}

/// <summary>What a field can be.</summary>
internal enum WireKind
{
    Id,
    Text,
    Int32,
    Int64,
    Decimal,
    Int32s,
    Boolean,
    Time,
    Ids,
    Texts,
    Tags,
    Object,
    List,
}
