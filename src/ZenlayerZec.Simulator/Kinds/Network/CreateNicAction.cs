using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>CreateNetworkInterface: a secondary network interface, over PENDING to AVAILABLE or CREATE_FAILED.</summary>
internal sealed class CreateNicAction() : SimulatedAction("CreateNetworkInterface")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (NicRules.RefuseNew(request, account) is { } refusal)
        {
            return refusal;
        }

        var subnet = account[NetworkKinds.Subnet].Find(request.Text("subnetId"))!;
        var stack = NicRules.StackOf(request, subnet);
        var addresses = SubnetRules.Has(stack, "IPv4") ? NicRules.Free(subnet, account, count: 1) : [];
        if (SubnetRules.Has(stack, "IPv4") && addresses.Count == 0)
        {
            return new ServiceRefusal(400, "RESOURCE_INSUFFICIENT_SUBNET_IP", $"The subnet {subnet.Id} has no free address.");
        }

        var nic = Make(request, account, subnet, stack, addresses);
        account[NetworkKinds.Nic].Add(nic);
        account.CarriedOut.Add(Name, nic.Id);
        var fails = account.FailsNext(Name);
        account.Begin(Name, nic, NicState.Pending, () => nic.Status = fails ? NicState.Failed : NicState.Available);
        Bind(request, account, nic);
        response.WriteString("nicId", nic.Id);
        return null;
    }

    private static SimulatedRow Make(JsonElement request, SimulatedAccount account, SimulatedRow subnet, string stack, IReadOnlyList<string> addresses)
    {
        var (number, now, group) = (account.TakeNumber(), account.Time.Now.ToWire(), Groups.Find(request.Text("resourceGroupId"))!);
        var nic = new SimulatedRow(NetworkKinds.Nic, new JsonObject
        {
            ["nicId"] = Numbering.LooseNicId(number),
            ["name"] = request.Text("name"),
            ["nicType"] = "Secondary",
            ["regionId"] = subnet.Text("regionId"),
            ["nicSubnetType"] = stack,
            ["publicIpList"] = new JsonArray(),
            ["privateIpList"] = InstanceRows.Texts(addresses),
            ["primaryIpv4"] = addresses.Count > 0 ? addresses[0] : null,
            ["secondaryIpv4s"] = new JsonArray(),
            ["macAddress"] = Numbering.LooseMac(number),
            ["vpcId"] = subnet.Text("vpcId"),
            ["subnetId"] = subnet.Id,
            ["createTime"] = now,
            ["updateTime"] = now,
            ["resourceGroup"] = new JsonObject { ["resourceGroupId"] = group.ResourceGroupId, ["resourceGroupName"] = group.ResourceGroupName },
            ["securityGroupId"] = request.Text("securityGroupId") ?? account[NetworkKinds.Vpc].Find(subnet.Text("vpcId"))?.Text("securityGroupId"),
            ["tags"] = TagNodes.Of(request.Part("tags")?.Pairs("tags")),
        });
        if (SubnetRules.Has(stack, "IPv6"))
        {
            NicIPv6.Give(nic, request, subnet, account);
        }

        return nic;
    }

    private static void Bind(JsonElement request, SimulatedAccount account, SimulatedRow nic)
    {
        foreach (var eip in request.Texts("eipIds").Select(id => account[NetworkKinds.Eip].Find(id)!))
        {
            eip.Status = "BINDED";
            eip["nicId"] = nic.Id;
            eip["associatedId"] = nic.Id;
            eip["associatedType"] = "NIC";
            eip["privateIpAddress"] = nic.Text("primaryIpv4");
        }

        nic["publicIpList"] = InstanceRows.Texts(request.Texts("eipIds").SelectMany(id => NetworkKinds.Addresses(account[NetworkKinds.Eip].Find(id)!)).OfType<string>());
    }
}
