using ZenlayerZec.Generator.Nouns;

namespace ZenlayerZec.Generator.Client;

/// <summary>A type of .NET that is made of objects of the API.</summary>
/// <param name="Decision">What is decided of it.</param>
/// <param name="Members">Its properties.</param>
/// <param name="IsWritten">Whether it is also a part of a request.</param>
internal sealed record Model(ModelDecision Decision, IReadOnlyList<Member> Members, bool IsWritten)
{
    /// <summary>The type, such as <c>ZecDisk</c>.</summary>
    public string Name => Decision.Name;

    /// <summary>The properties that note what was asked: the answer does not have them.</summary>
    public IReadOnlyList<Member> Asked { get; init; } = [];

    /// <summary>All properties in the order in which they are shown: as decided, then as described.</summary>
    public IReadOnlyList<Member> Shown => [.. Members.Concat(Asked).OrderBy(Place)];

    /// <summary>Whether it is read by itself and has a time of creation: one that is not known must not look like an old one.</summary>
    public bool IsDated => Decision.IsRoot && Members.Any(member => member is { Name: "CreateTime", Kind: MemberKind.Time });

    private int Place(Member member) => Decision.Order.ToList().IndexOf(member.Name) is >= 0 and var place ? place : Decision.Order.Count;

    /// <summary>Whether it has tags.</summary>
    public bool HasTags => Members.Any(member => member.Kind == MemberKind.Tags);
}
