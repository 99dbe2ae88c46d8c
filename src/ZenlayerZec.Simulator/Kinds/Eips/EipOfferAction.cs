using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>An action that lists what a region offers for elastic IPs.</summary>
/// <param name="name">The action's name.</param>
/// <param name="list">The list in the answer.</param>
/// <param name="offered">What a region offers.</param>
internal sealed class EipOfferAction(string name, string list, Func<string, IEnumerable<string>> offered) : SimulatedAction(name)
{
    /// <summary>All regions but one.</summary>
    public static IEnumerable<string> OtherRegions(string regionId)
        => Catalogue.Zones.Select(zone => zone.RegionId!).Where(region => region != regionId).Distinct(StringComparer.Ordinal);

    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (EipRules.Region(request.Text("regionId")) is { } refusal)
        {
            return refusal;
        }

        response.WriteTexts(list, offered(request.Text("regionId")!));
        return null;
    }
}
