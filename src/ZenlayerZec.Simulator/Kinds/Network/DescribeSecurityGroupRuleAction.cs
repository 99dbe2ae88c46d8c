using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>DescribeSecurityGroupRule: every group lets SSH in from the private network, and everything out.</summary>
internal sealed class DescribeSecurityGroupRuleAction() : SimulatedAction("DescribeSecurityGroupRule")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[NetworkKinds.SecurityGroup].Find(request.Text("securityGroupId")) is not { } group)
        {
            return NetworkKinds.SecurityGroup.NotFound(request.Text("securityGroupId")!);
        }

        WriteRule(response, "ingressRuleList", "ingress", ("tcp", "22/22", "10.0.0.0/8"));
        WriteRule(response, "egressRuleList", "egress", ("all", "-1/-1", "0.0.0.0/0"));
        return null;
    }

    private static void WriteRule(Utf8JsonWriter response, string list, string direction, (string Protocol, string Ports, string Cidr) rule)
        => response.WriteObjects(list, [rule], (row, open) =>
        {
            row.WriteString("direction", direction);
            row.WriteString("policy", "accept");
            row.WriteNumber("priority", 1);
            row.WriteString("ipProtocol", open.Protocol);
            row.WriteString("portRange", open.Ports);
            row.WriteString("cidrIp", open.Cidr);
            row.WriteNull("desc");
        });
}
