using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>DescribeEipNetworkLineTypes: BGP everywhere, and in Asia also CN2.</summary>
internal sealed class NetworkLinesAction() : SimulatedAction("DescribeEipNetworkLineTypes")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var wanted = request.Text("regionId");
        var regions = Catalogue.Zones.Select(zone => zone.RegionId!).Distinct(StringComparer.Ordinal).Where(region => string.IsNullOrEmpty(wanted) || region == wanted);
        response.WriteObjects("regionNetworkLineTypes", regions, (row, region) =>
        {
            row.WriteString("regionId", region);
            row.WriteTexts("networkLineTypes", region.StartsWith("asia", StringComparison.Ordinal) ? ["PremiumBGP", "StandardBGP", "CN2"] : ["PremiumBGP", "StandardBGP"]);
        });
        return null;
    }
}
