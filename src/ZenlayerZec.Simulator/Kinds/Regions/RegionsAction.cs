using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Regions;

/// <summary>An action that lists the regions that sell something.</summary>
/// <param name="name">The action's name.</param>
/// <param name="but">The regions that do not.</param>
internal sealed class RegionsAction(string name, params string[] but) : SimulatedAction(name)
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        response.WriteTexts("regionIds", Catalogue.Zones.Select(zone => zone.RegionId!).Distinct(StringComparer.Ordinal).Except(but));
        return null;
    }
}
