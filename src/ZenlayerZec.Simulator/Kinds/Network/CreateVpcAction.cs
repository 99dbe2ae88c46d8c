using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>CreateVpc: a new VPC, without subnets.</summary>
internal sealed class CreateVpcAction() : SimulatedAction("CreateVpc")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (VpcRules.RefuseNew(request) is { } refusal)
        {
            return refusal;
        }

        var group = Groups.Find(request.Text("resourceGroupId"))!;
        var vpc = new SimulatedRow(NetworkKinds.Vpc, new JsonObject
        {
            ["vpcId"] = Numbering.VpcId(account.TakeNumber()),
            ["name"] = request.Text("name"),
            ["cidrBlock"] = request.Text("cidrBlock"),
            ["ipv6CidrBlock"] = request.Flag("enablePriIpv6") == true ? VpcRules.IPv6Block(account) : null,
            ["mtu"] = request.Whole("mtu"),
            ["isDefault"] = false,
            ["createTime"] = account.Time.Now.ToWire(),
            ["usageIpv6Count"] = 0,
            ["dnsZoneIds"] = new JsonArray(),
            ["resourceGroup"] = new JsonObject { ["resourceGroupId"] = group.ResourceGroupId, ["resourceGroupName"] = group.ResourceGroupName },
            ["tags"] = TagNodes.Of(request.Part("tags")?.Pairs("tags")),
        });
        account[NetworkKinds.Vpc].Add(vpc);
        account.CarriedOut.Add(Name, vpc.Id);
        response.WriteString("vpcId", vpc.Id);
        return null;
    }
}
