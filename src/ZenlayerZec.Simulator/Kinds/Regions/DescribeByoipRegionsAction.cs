using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Regions;

/// <summary>DescribeByoipRegions: where own addresses can be brought along, by the size of the block and the network line type.</summary>
internal sealed class DescribeByoipRegionsAction() : SimulatedAction("DescribeByoipRegions")
{
    private static readonly (string RegionId, int Netmask, string Line, string Version)[] Blocks =
    [
        ("asia-east-1", 24, "PremiumBGP", "IPv4"),
        ("asia-east-1", 48, "PremiumBGP", "IPv6"),
        ("eu-west-1", 24, "StandardBGP", "IPv4"),
    ];

    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        response.WriteObjects("regions", Blocks, (row, block) =>
        {
            row.WriteNumber("netmask", block.Netmask);
            row.WriteString("regionId", block.RegionId);
            row.WriteString("network", block.Line);
            row.WriteString("ipType", block.Version);
        });
        return null;
    }
}
