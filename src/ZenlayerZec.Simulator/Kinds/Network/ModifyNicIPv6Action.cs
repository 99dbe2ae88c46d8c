using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>An action that changes a public IPv6 address, which it names by its own ID.</summary>
/// <param name="name">The action's name.</param>
/// <param name="idField">The parameter that names the address.</param>
/// <param name="member">What it changes, by the name that the request has for it, too.</param>
internal sealed class ModifyNicIPv6Action(string name, string idField, string member) : SimulatedAction(name)
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var id = request.Text(idField)!;
        if (NicIPv6.Find(account, id) is not { } nic)
        {
            return NicIPv6.NotFound(id);
        }

        if (account.Refuses(nic))
        {
            return NetworkKinds.Nic.WrongStatus(nic);
        }

        nic[NicIPv6.Member]![member] = JsonNode.Parse(request.Part(member)!.Value.GetRawText());
        account.CarriedOut.Add(Name, id);
        return null;
    }
}
