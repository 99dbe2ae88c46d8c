using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>DescribeNetworkInterfacePublicIPv6: the public address of a network interface, and nothing where it has none.</summary>
internal sealed class DescribeNicIPv6Action() : SimulatedAction("DescribeNetworkInterfacePublicIPv6")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[NetworkKinds.Nic].Find(request.Text("nicId")) is not { } nic)
        {
            return NetworkKinds.Nic.NotFound(request.Text("nicId")!);
        }

        if (nic[NicIPv6.Member] is not { } address)
        {
            response.WriteNull("address");
            return null;
        }

        response.WriteStartObject("address");
        response.WriteString("ipv6CidrId", address["ipv6CidrId"]!.GetValue<string>());
        response.WriteString("ipv6Cidr", nic.Text("ipv6Cidr"));
        response.WriteString("primaryIpv6Address", nic.Text("primaryIpv6"));
        foreach (var member in new[] { "internetChargeType", "bandwidth", "rateLimitMode", "trafficPackageSize" })
        {
            response.WritePropertyName(member);
            response.WriteNode(address[member]);
        }

        response.WriteStartObject("bandwidthCluster");
        response.WriteString("bandwidthClusterId", address["clusterId"]?.GetValue<string>());
        response.WriteString("bandwidthClusterName", address["clusterId"]?.GetValue<string>());
        response.WriteEndObject();
        response.WriteNull("operationInfo");
        response.WriteEndObject();
        return null;
    }
}
