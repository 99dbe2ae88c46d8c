using ZenlayerZec.Generator.Facts;

namespace ZenlayerZec.Generator.Client;

/// <summary>What a member of a type of .NET holds.</summary>
internal enum MemberKind
{
    Text,
    Id,
    Texts,
    Ids,
    Int32,
    Int32s,
    Int64,
    Decimal,
    Boolean,
    Time,
    Tags,
    Object,
    Objects,
}

/// <summary>A property of a generated type.</summary>
/// <param name="Field">The field of the API that it holds.</param>
/// <param name="Name">The property's name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Summary">What its doc comment says.</param>
internal sealed record Member(FieldFacts Field, string Name, MemberKind Kind, string Summary)
{
    /// <summary>The type of an object, or of each object of a list.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it is the ID of what has it.</summary>
    public bool IsOwnId { get; init; }

    /// <summary>Whether it is the list that an action is asked for: one that is no list makes the answer unreadable.</summary>
    public bool IsItems { get; init; }

    /// <summary>Whether the property is written by hand.</summary>
    public bool IsByHand { get; init; }

    /// <summary>The members of an object that are shown as those of what has it; none where they are not.</summary>
    public IReadOnlyList<Member> Flat { get; init; } = [];

    /// <summary>The type of the property, without a mark for null.</summary>
    public string ClrType => Kind switch
    {
        MemberKind.Text or MemberKind.Id => "string",
        MemberKind.Texts or MemberKind.Ids => "IReadOnlyList<string>",
        MemberKind.Int32 => "int",
        MemberKind.Int32s => "IReadOnlyList<int>",
        MemberKind.Int64 => "long",
        MemberKind.Decimal => "decimal",
        MemberKind.Boolean => "bool",
        MemberKind.Time => "DateTimeOffset",
        MemberKind.Tags => "Dictionary<string, string>",
        MemberKind.Object => Type!,
        _ => $"IReadOnlyList<{Type}>",
    };
}
