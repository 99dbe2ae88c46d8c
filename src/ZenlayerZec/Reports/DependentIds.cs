using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;

namespace ZenlayerZec.Reports;

/// <summary>Things of one kind that depended on the instances of a batch and have one fate.</summary>
/// <param name="Fate">What becomes of them.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Why">Why the things are not known, as a sentence; null where they are known.</param>
/// <param name="Ids">Their IDs; the instances of which they are, where they are not known.</param>
internal sealed record DependentIds(string Fate, string Kind, string? Why, IReadOnlyList<string> Ids)
{
    /// <summary>The fate of what goes with its instance.</summary>
    public const string Goes = "Goes";

    /// <summary>The fate of what stays.</summary>
    public const string Stays = "Stays";

    /// <summary>The fate of what was not read before the release.</summary>
    public const string NotKnown = "Not known";

    /// <summary>What a result says of them; nothing where its action releases no instances.</summary>
    public static IReadOnlyList<DependentIds> Of(ZecBatchResult result) =>
    [
        .. Of(Goes, result.ReleasedDependents),
        .. Of(Stays, result.KeptDependents),
        .. (result.UnknownDependents ?? Enumerable.Empty<ZecUnknownDependent>())
            .GroupBy(thing => (thing.Kind, thing.Reason), thing => thing.Detail is null ? thing.ReleasedId : $"{thing.ReleasedId} ({thing.Detail})")
            .Select(group => new DependentIds(NotKnown, group.Key.Kind, group.Key.Reason, [.. group])),
    ];

    private static IEnumerable<DependentIds> Of(string fate, IEnumerable<ZecDependent>? things)
        => (things ?? []).GroupBy(thing => thing.Kind, thing => thing.Id, StringComparer.Ordinal)
            .Select(kind => new DependentIds(fate, kind.Key, null, [.. kind]));
}
