using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>CreateSubnet: a new part of a VPC, without anything in it.</summary>
internal sealed class CreateSubnetAction() : SimulatedAction("CreateSubnet")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (SubnetRules.RefuseNew(request, account) is { } refusal)
        {
            return refusal;
        }

        var (stack, block) = (request.Text("stackType"), IPv4Block.Read(request.Text("cidrBlock")));
        var subnet = new SimulatedRow(NetworkKinds.Subnet, new JsonObject
        {
            ["subnetId"] = Numbering.SubnetId(account.TakeNumber()),
            ["regionId"] = request.Text("regionId"),
            ["name"] = request.Text("name"),
            ["cidrBlock"] = request.Text("cidrBlock"),
            ["gatewayIpAddress"] = block?.Gateway,
            ["stackType"] = stack,
            ["ipv6Type"] = request.Text("ipv6Type"),
            ["ipv6CidrBlock"] = SubnetRules.Has(stack, "IPv6") ? SubnetRules.IPv6Block(request, account) : null,
            ["ipv6MaskLength"] = SubnetRules.Has(stack, "IPv6") ? request.Whole("ipv6MaskLength") ?? 96 : null,
            ["vpcId"] = request.Text("vpcId"),
            ["usageIpv6Count"] = 0,
            ["createTime"] = account.Time.Now.ToWire(),
            ["isDefault"] = false,
            ["dhcpOptionsSetId"] = request.Text("dhcpOptionsSetId"),
        });
        account[NetworkKinds.Subnet].Add(subnet);
        account.CarriedOut.Add(Name, subnet.Id);
        response.WriteString("subnetId", subnet.Id);
        return null;
    }
}
