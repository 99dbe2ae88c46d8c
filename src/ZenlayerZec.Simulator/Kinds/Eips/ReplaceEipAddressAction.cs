using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>ReplaceEipAddress: another address at once, the wanted one or any other.</summary>
internal sealed class ReplaceEipAddressAction() : SimulatedAction("ReplaceEipAddress")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var failed = new List<string>();
        foreach (var part in request.Parts("replaceIps"))
        {
            var (id, target) = (part.Text("eipId") ?? string.Empty, part.Text("targetIp"));
            var eip = account[NetworkKinds.Eip].Find(id);
            if (eip is null || EipRules.Unless(eip, EipState.Bound, EipState.Unbound) is not null || account.Refuses(eip) || IsTaken(account, target))
            {
                failed.Add(id);
                continue;
            }

            eip["publicIpAddresses"] = InstanceRows.Texts([target is { Length: > 0 } ? target : Numbering.LooseIp(account.TakeNumber())]);
            EipBinding.WriteBack(account, eip.Text("nicId"));
            account.CarriedOut.Add(Name, id);
        }

        if (failed.Count > 0)
        {
            response.WriteTexts("failedEipIds", failed);
        }

        return null;
    }

    private static bool IsTaken(SimulatedAccount account, string? address)
        => address is { Length: > 0 } && account[NetworkKinds.Eip].Rows.Any(eip => NetworkKinds.Addresses(eip).Contains(address));
}
