using ZenlayerZec.Simulator.Actions;

namespace ZenlayerZec.Simulator.Kinds.Regions;

/// <summary>What can be asked about regions. Not every region sells everything.</summary>
internal static class RegionActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new RegionsAction("DescribeCidrRegions", "sa-east-1"),
        new RegionsAction("DescribeCrossRegionBandwidthRegions", "sa-east-1", "na-west-1"),
        new RegionsAction("DescribeDiskRegions"),
        new RegionsAction("DescribeEipRegions"),
        new RegionsAction("DescribeNatGatewayRegions", "sa-east-1"),
        new RegionsAction("DescribeNetworkInterfaceRegions"),
        new DescribeByoipRegionsAction(),
        new DescribeSubnetRegionsAction(),
        new DescribeVmInventoryCapacityAction(),
    ];
}
