using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Kinds.Network.SecurityGroups;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>What can be asked about the network beside its lists.</summary>
internal static class NetworkActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        .. VpcActions.All,
        .. SubnetActions.All,
        .. SecurityGroupActions.All,
    ];
}
