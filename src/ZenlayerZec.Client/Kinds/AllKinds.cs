using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Kinds;

/// <summary>The kinds of things that there are, and what leads from one to another.</summary>
internal static partial class AllKinds
{
    private static readonly ResourceKind[] Resources = [InstanceKind.Kind, NicIPv6Kind.Kind, .. DescribedResources];

    private static readonly KindWay[] Ways =
    [
        new(typeof(ZecDisk), InstanceKind.Kind, "the instance that it is attached to"),
        new(typeof(ZecEip), InstanceKind.Kind, "the instance that it is bound to"),
        new(typeof(ZecNic), InstanceKind.Kind, "the instance that it is attached to"),
        new(typeof(ZecZone), InstanceKind.Kind, "the instances in it"),
        new(typeof(ZecImage), InstanceKind.Kind, "the instances that were made from it"),
        new(typeof(ZecSubnet), InstanceKind.Kind, "the instances in it"),
        new(typeof(ZecPlacementGroup), InstanceKind.Kind, "the instances in it"),
        new(typeof(ZecNic), NicIPv6Kind.Kind, "its public IPv6 address"),
        new(typeof(ZecInstance), NicIPv6Kind.Kind, "the public IPv6 addresses of its network interfaces"),
        new(typeof(ZecSecurityGroup), InstanceKind.Kind, "the instances that have it"),
        .. DescribedWays,
    ];

    /// <summary>
    /// The IDs of things that have no description here. A row that begins with one of them is about such a thing; places are not among them, since
    /// a row about anything may begin with the place where it is.
    /// </summary>
    private static readonly string[] OtherIds =
    [
        "BorderGatewayId", "CidrId", "CrossRegionBandwidthId", "DdosPolicyId", "DhcpOptionsSetId", "DnatEntryId", "HaVipId",
        "IPv6CidrId", "IPv6Id", "NatGatewayId", "NatId", "PolicyId", "QosPolicyGroupId", "RouteId", "SnatEntryId", "ZbgId",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ResourceKind> All => Resources;

    /// <summary>The kind of a type's objects, or of what stands for one.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static ResourceKind Of(Type type) => Resources.FirstOrDefault(kind => kind.Type == type)
        ?? throw new ArgumentException($"{type.Name} is not a kind of thing that is described.", nameof(type));

    /// <summary>The kind of what an action changes; null where that is not known.</summary>
    /// <param name="action">The API's name of the action.</param>
    public static ResourceKind? OfAction(string? action)
        => action is null ? null : Resources.FirstOrDefault(kind => kind.Changes.ContainsKey(action));

    /// <summary>How to come from an object to a kind; null where nothing leads there.</summary>
    /// <param name="typeName">The short name of the object's type.</param>
    /// <param name="to">The kind.</param>
    public static KindWay? Way(string typeName, ResourceKind to) => Ways.FirstOrDefault(way => way.To == to && way.From.Name == typeName);

    /// <summary>The kind whose own ID a column is; null where it is of none that has a description.</summary>
    /// <param name="column">The column.</param>
    public static ResourceKind? OfId(string column)
        => Resources.FirstOrDefault(kind => kind.IdName.Equals(column, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a column is the own ID of some kind of thing.</summary>
    /// <param name="column">The column.</param>
    public static bool IsOwnId(string column) => OfId(column) is not null || OtherIds.Contains(column, StringComparer.OrdinalIgnoreCase);

    /// <summary>What an object of a type is called, such as <c>network interface</c> for ZecNic.</summary>
    /// <param name="typeName">The short name of its type.</param>
    public static string NounOf(string typeName)
    {
        const string Prefix = "Zec";
        if (Resources.FirstOrDefault(kind => kind.Type.Name == typeName) is { } kind)
        {
            return kind.Noun;
        }

        // A copy of a line of the list of unused things that no longer says of which kind it is.
        if (typeName == nameof(ZecUnused))
        {
            return "unused thing";
        }

        var bare = typeName.StartsWith(Prefix, StringComparison.Ordinal) ? typeName.Substring(Prefix.Length) : typeName;
        return string.Concat(bare.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $" {letter}" : $"{letter}")).ToLowerInvariant();
    }
}
