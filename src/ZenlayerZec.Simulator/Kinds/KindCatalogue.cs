using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Kinds.Images;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Kinds.Placement;
using ZenlayerZec.Simulator.Kinds.Snapshots;

namespace ZenlayerZec.Simulator.Kinds;

/// <summary>Every kind of thing that an account has beside instances.</summary>
internal static class KindCatalogue
{
    public static IReadOnlyList<SimulatedKind> All { get; } =
    [
        DiskKind.Kind,
        SnapshotKind.Kind,
        PolicyKind.Kind,
        NetworkKinds.Vpc,
        NetworkKinds.Subnet,
        NetworkKinds.SecurityGroup,
        NetworkKinds.Nic,
        NetworkKinds.Eip,
        CustomImageKind.Kind,
        PlacementGroupKind.Kind,
    ];

    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static SimulatedKind Find(string name) => All.FirstOrDefault(kind => kind.Name == name)
        ?? throw new ArgumentException($"The simulator has no {name}, but {string.Join(", ", All.Select(kind => kind.Name))}.", nameof(name));
}
