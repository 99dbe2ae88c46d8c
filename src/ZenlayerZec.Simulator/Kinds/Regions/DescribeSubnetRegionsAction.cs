using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Regions;

/// <summary>DescribeSubnetRegions: the regions of the catalogue's zones.</summary>
internal sealed class DescribeSubnetRegionsAction() : SimulatedAction("DescribeSubnetRegions")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var wanted = request.Texts("regionIds");
        var regions = Catalogue.Zones.Where(zone => wanted.Count == 0 || wanted.Contains(zone.RegionId!));
        response.WriteObjects("regionSet", regions, (row, zone) =>
        {
            row.WriteString("regionId", zone.RegionId);
            row.WriteString("regionName", zone.CityName);
            row.WriteString("regionTitle", zone.CityName);
            row.WriteFlag("enablePubIpv6", true);
        });
        return null;
    }
}
