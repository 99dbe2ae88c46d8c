using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>An action that says what an elastic IP costs once it has changed; what the request does not name stays.</summary>
/// <param name="name">The action's name.</param>
internal sealed class ChangedEipPriceAction(string name) : SimulatedAction(name)
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[NetworkKinds.Eip].Find(request.Text("eipId")) is not { } eip)
        {
            return NetworkKinds.Eip.NotFound(request.Text("eipId")!);
        }

        var (type, bandwidth, flowPackage) = (request.Text("internetChargeType"), request.Whole("bandwidth"), request.Number("flowPackage"));
        if (type is not null && EipRules.Charge(type, bandwidth, flowPackage, request.Text("clusterId")) is { } refusal)
        {
            return refusal;
        }

        EipPriceAction.Write(
            response,
            1,
            type ?? eip.Text("internetChargeType")!,
            bandwidth ?? eip.Whole("bandwidth") ?? 0,
            flowPackage ?? eip["flowPackage"]?.GetValue<double>() ?? 0,
            isRemote: eip.Text("peerRegionId") is not null);
        return null;
    }
}
