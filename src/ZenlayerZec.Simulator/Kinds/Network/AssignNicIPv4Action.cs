using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>BatchAssignNetworkInterfaceIpv4: the private addresses that are named, or the next that nobody has.</summary>
internal sealed class AssignNicIPv4Action() : SimulatedAction("BatchAssignNetworkInterfaceIpv4")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[NetworkKinds.Nic].Find(request.Text("nicId")) is not { } nic)
        {
            return NetworkKinds.Nic.NotFound(request.Text("nicId")!);
        }

        if (account.Refuses(nic))
        {
            return NetworkKinds.Nic.WrongStatus(nic);
        }

        if (NicRules.UnlessRests(nic) is { } refusal)
        {
            return refusal;
        }

        var (named, count) = (request.Texts("ipAddresses"), request.Whole("ipAddressCount"));
        if (named.Count == 0 && count is null)
        {
            return FormRefusals.Missing("ipAddresses");
        }

        var subnet = account[NetworkKinds.Subnet].Find(nic.Text("subnetId"))!;
        if (named.Select(address => NicRules.RefuseAddress(address, subnet, account)).FirstOrDefault(one => one is not null) is { } refused)
        {
            return refused;
        }

        var addresses = named.Count > 0 ? named : NicRules.Free(subnet, account, count!.Value);
        if (named.Count == 0 && addresses.Count < count)
        {
            return new ServiceRefusal(400, "RESOURCE_INSUFFICIENT_SUBNET_IP", $"The subnet {subnet.Id} has only {addresses.Count} free addresses.");
        }

        NicIPv4.Add(account, nic, addresses);
        account.CarriedOut.Add(Name, nic.Id);
        response.WriteTexts("ipAddresses", addresses);
        return null;
    }
}
