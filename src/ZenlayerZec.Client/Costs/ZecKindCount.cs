using System.Globalization;

namespace ZenlayerZec.Client.Costs;

/// <summary>How many things of a kind there are.</summary>
/// <param name="kind">What they are, as in <see cref="ZecDependent.Kind"/>.</param>
/// <param name="count">How many there are.</param>
public sealed class ZecKindCount(string kind, int count)
{
    /// <summary>What they are, as in <see cref="ZecDependent.Kind"/>.</summary>
    public string Kind { get; } = kind;

    /// <summary>How many there are.</summary>
    public int Count { get; } = count;

    /// <summary>The kind and the number, such as <c>Disk 12</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1}", Kind, Count);

    /// <summary>The numbers of some things, in the order in which their kinds come first. A load balancer of several instances is one.</summary>
    /// <param name="things">The things.</param>
    internal static ZecKindCount[] Of(IEnumerable<ZecDependent> things) =>
    [
        .. things.GroupBy(thing => thing.Kind, StringComparer.Ordinal)
            .Select(kind => new ZecKindCount(kind.Key, kind.Select(thing => thing.Id).Distinct(StringComparer.Ordinal).Count())),
    ];
}
