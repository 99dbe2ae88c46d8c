using System.Text.Json;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeTimeZones: the catalogue's time zones.</summary>
internal sealed class DescribeTimeZonesAction() : SimulatedAction("DescribeTimeZones")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        response.WriteTexts("timeZones", Catalogue.TimeZones);
        return null;
    }
}
