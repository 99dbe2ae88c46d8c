using System.Text.Json;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeZones: the catalogue's zones.</summary>
internal sealed class DescribeZonesAction() : SimulatedAction("DescribeZones")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var wanted = request.Texts("zoneIds");
        response.WriteObjects(
            "zoneSet", Catalogue.Zones.Where(zone => wanted.Count == 0 || wanted.Contains(zone.ZoneId)), OfferJson.WriteZone);
        return null;
    }
}
