using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Eips;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>An action that says what a public IPv6 address costs, a new one or one that is there once it has changed. The address itself costs nothing.</summary>
/// <param name="name">The action's name.</param>
/// <param name="package">The parameter for the size of the traffic package.</param>
internal sealed class NicIPv6PriceAction(string name, string package) : SimulatedAction(name)
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var (bandwidth, size) = (request.Whole("bandwidth") ?? 0, request.Number(package) ?? 0);
        var type = request.Text("internetChargeType") ?? (size > 0 ? EipRules.ByTrafficPackage : EipRules.ByBandwidth);
        if (request.Text("regionId") is { } region)
        {
            if (EipRules.Region(region) is { } refusal)
            {
                return refusal;
            }
        }
        else
        {
            if (NicIPv6.Find(account, request.Text("ipv6Id")!) is null)
            {
                return NicIPv6.NotFound(request.Text("ipv6Id")!);
            }

            response.WriteNull("ipv6Price");
        }

        EipPriceAction.WriteBandwidth(response, "bandwidthPrice", 1, type, bandwidth, size);
        return null;
    }
}
