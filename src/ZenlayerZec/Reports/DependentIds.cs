using System.Management.Automation;
using System.Text.RegularExpressions;
using ZenlayerZec.Binding;
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

    /// <summary>A <see cref="ZecDependent"/> as a line.</summary>
    private static readonly Regex KnownLine = new(@"^(?<Kind>\S+) (?<Id>\S+)", RegexOptions.CultureInvariant);

    /// <summary>A <see cref="ZecUnknownDependent"/> as a line, which lacks the full stop.</summary>
    private static readonly Regex UnknownLine = new(
        @"^(?<Kind>\S+) of (?<ReleasedId>\S+?)( \((?<Detail>.*?)\))?: (?<Reason>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly string[] UnknownNames =
        [nameof(ZecUnknownDependent.Kind), nameof(ZecUnknownDependent.ReleasedId), nameof(ZecUnknownDependent.Detail), nameof(ZecUnknownDependent.Reason)];

    /// <summary>What a result says of them; nothing where its action releases no instances.</summary>
    public static IReadOnlyList<DependentIds> Of(ZecBatchResult result) =>
    [
        .. Of(Goes, result.ReleasedDependents),
        .. Of(Stays, result.KeptDependents),
        .. (result.UnknownDependents ?? Enumerable.Empty<ZecUnknownDependent>())
            .GroupBy(thing => (thing.Kind, thing.Reason), thing => thing.Detail is null ? thing.ReleasedId : $"{thing.ReleasedId} ({thing.Detail})")
            .Select(group => new DependentIds(NotKnown, group.Key.Kind, group.Key.Reason, [.. group])),
    ];

    /// <summary>What a copy of a result says of them: as objects or, where fewer levels were copied, as the line that each of them is.</summary>
    public static IReadOnlyList<DependentIds> Of(PSObject copy) =>
    [
        .. Of(Goes, Known(copy, nameof(ZecBatchResult.ReleasedDependents))),
        .. Of(Stays, Known(copy, nameof(ZecBatchResult.KeptDependents))),
        .. Of(copy, nameof(ZecBatchResult.UnknownDependents), UnknownLine, UnknownNames)
            .GroupBy(thing => (Kind: thing[0], Reason: thing[3]), thing => thing[2].Length == 0 ? thing[1] : $"{thing[1]} ({thing[2]})")
            .Select(group => new DependentIds(NotKnown, group.Key.Kind, group.Key.Reason, [.. group])),
    ];

    private static IEnumerable<(string Kind, string Id)> Known(PSObject copy, string property)
        => Of(copy, property, KnownLine, nameof(ZecDependent.Kind), nameof(ZecDependent.Id)).Select(thing => (thing[0], thing[1]));

    /// <summary>The values of some properties of the things of a copied list.</summary>
    private static IEnumerable<string[]> Of(PSObject copy, string property, Regex line, params string[] names)
    {
        foreach (var item in CopiedObject.Property(copy, property) is { } list ? Items.Of(list) : [])
        {
            switch (Items.Unwrapped(item))
            {
                case string text when line.Match(text) is { Success: true } match:
                    yield return [.. names.Select(name => match.Groups[name].Value)];
                    break;
                case PSObject thing when CopiedObject.Text(thing, names[0]) is { Length: > 0 } && CopiedObject.Text(thing, names[1]) is { Length: > 0 }:
                    yield return [.. names.Select(name => CopiedObject.Text(thing, name) ?? string.Empty)];
                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<DependentIds> Of(string fate, IEnumerable<ZecDependent>? things) => Of(fate, (things ?? []).Select(thing => (thing.Kind, thing.Id)));

    private static IEnumerable<DependentIds> Of(string fate, IEnumerable<(string Kind, string Id)> things)
        => things.GroupBy(thing => thing.Kind, thing => thing.Id, StringComparer.Ordinal)
            .Select(kind => new DependentIds(fate, kind.Key, null, [.. kind]));
}
