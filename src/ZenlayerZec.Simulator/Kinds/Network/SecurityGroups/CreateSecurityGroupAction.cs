using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network.SecurityGroups;

/// <summary>CreateSecurityGroup: a new group with the rules that are asked for, and used by nothing.</summary>
internal sealed class CreateSecurityGroupAction() : SimulatedAction("CreateSecurityGroup")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if ((SecurityGroupRules.RefuseName(request.Text("securityGroupName")) ?? SecurityGroupRules.RefuseRules(request)) is { } refusal)
        {
            return refusal;
        }

        var group = new SimulatedRow(NetworkKinds.SecurityGroup, new JsonObject
        {
            ["securityGroupId"] = Numbering.SecurityGroupId(account.TakeNumber()),
            ["securityGroupName"] = request.Text("securityGroupName"),
            ["scope"] = "Global",
            ["createTime"] = account.Time.Now.ToWire(),
            ["isDefault"] = false,
            ["natIdList"] = new JsonArray(),
            ["loadBalancerIdList"] = new JsonArray(),
            ["haVipIdList"] = new JsonArray(),
            [SecurityGroupRules.Member] = SecurityGroupRules.Of(request),
        });
        account[NetworkKinds.SecurityGroup].Add(group);
        account.CarriedOut.Add(Name, group.Id);
        response.WriteString("securityGroupId", group.Id);
        return null;
    }
}
