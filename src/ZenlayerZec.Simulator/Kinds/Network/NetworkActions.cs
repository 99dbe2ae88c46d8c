using ZenlayerZec.Simulator.Actions;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>What can be asked about the network beside its lists.</summary>
internal static class NetworkActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new DescribeSecurityGroupRuleAction(),
        .. VpcActions.All,
        .. SubnetActions.All,
    ];
}
