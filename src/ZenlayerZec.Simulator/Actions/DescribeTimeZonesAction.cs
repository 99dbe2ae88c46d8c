using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeTimeZones: the catalogue's time zones.</summary>
internal sealed class DescribeTimeZonesAction()
    : SimulatedAction<DescribeTimeZonesRequest, DescribeTimeZonesResponse>(ZecActions.DescribeTimeZones)
{
    protected override ServiceRefusal? Run(
        DescribeTimeZonesRequest request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        WriteArray(response, "timeZones", Catalogue.TimeZones);
        return null;
    }
}
