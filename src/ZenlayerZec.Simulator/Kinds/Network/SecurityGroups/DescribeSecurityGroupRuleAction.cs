using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network.SecurityGroups;

/// <summary>DescribeSecurityGroupRule: the rules of one group, those for what comes in and those for what goes out.</summary>
internal sealed class DescribeSecurityGroupRuleAction() : SimulatedAction("DescribeSecurityGroupRule")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[NetworkKinds.SecurityGroup].Find(request.Text("securityGroupId")) is not { } group)
        {
            return NetworkKinds.SecurityGroup.NotFound(request.Text("securityGroupId")!);
        }

        Write(response, "ingressRuleList", SecurityGroupRules.Ingress, group);
        Write(response, "egressRuleList", SecurityGroupRules.Egress, group);
        return null;
    }

    private static void Write(Utf8JsonWriter response, string list, string direction, SimulatedRow group)
    {
        response.WriteStartArray(list);
        foreach (var rule in SecurityGroupRules.Of(group).Where(rule => rule!["direction"]?.GetValue<string>() == direction))
        {
            rule!.WriteTo(response);
        }

        response.WriteEndArray();
    }
}
