using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Kinds.Eips;
using ZenlayerZec.Simulator.Kinds.Images;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Kinds.Placement;
using ZenlayerZec.Simulator.Kinds.Regions;
using ZenlayerZec.Simulator.Kinds.Snapshots;

namespace ZenlayerZec.Simulator.Kinds;

/// <summary>Every action on what an account has beside instances, by name.</summary>
internal static class KindActions
{
    public static IReadOnlyDictionary<string, SimulatedAction> All { get; } =
        KindCatalogue.All.Select(kind => new ListRowsAction(kind))
            .Concat<SimulatedAction>(DiskActions.All)
            .Concat(SnapshotActions.All)
            .Concat(PolicyActions.All)
            .Concat(NetworkActions.All)
            .Concat(EipActions.All)
            .Concat(ImageActions.All)
            .Concat(RegionActions.All)
            .Concat(NicActions.All)
            .Concat(NicIPv4.Actions)
            .Concat(NicIPv6Actions.All)
            .Concat(PlacementGroupActions.All)
            .ToDictionary(action => action.Name, StringComparer.Ordinal);
}
