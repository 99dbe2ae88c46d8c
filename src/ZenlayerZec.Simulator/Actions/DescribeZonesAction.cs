using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeZones: the catalogue's zones.</summary>
internal sealed class DescribeZonesAction() : SimulatedAction<DescribeZonesRequest, DescribeZonesResponse>(ZecActions.DescribeZones)
{
    protected override ServiceRefusal? Run(
        DescribeZonesRequest request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        var zones = Catalogue.Zones.Where(zone => request.ZoneIds is not { Count: > 0 } wanted || wanted.Contains(zone.ZoneId));
        WriteArray(response, "zoneSet", zones, ZecJsonContext.Default.ZecZone);
        return null;
    }
}
