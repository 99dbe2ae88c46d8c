using System.Text.Json;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeTimeZones: the catalogue's time zones.</summary>
internal sealed class DescribeTimeZonesAction() : SimulatedAction("DescribeTimeZones")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        response.WriteTexts("timeZones", Catalogue.TimeZones);
        return null;
    }
}
