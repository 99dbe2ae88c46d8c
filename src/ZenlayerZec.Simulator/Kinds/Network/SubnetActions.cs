using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>What can be done to subnets.</summary>
internal static class SubnetActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new CreateSubnetAction(),
        new RowAction("DeleteSubnet", NetworkKinds.Subnet, "subnetId")
        {
            Deny = (call, subnet) => subnet switch
            {
                _ when subnet.Flag("isDefault") == true
                    => new ServiceRefusal(400, "OPERATION_DENIED_DEFAULT_SUBNET", $"The subnet {subnet.Id} is a default one."),
                _ when SubnetRules.IsUsed(subnet, call.Account)
                    => new ServiceRefusal(400, "OPERATION_DENIED_SUBNET_IN_USE", $"Network interfaces are in the subnet {subnet.Id}."),
                _ => null,
            },
            CarryOut = (call, subnet) => call.Account.Remove(subnet),
        },
        new RowAction("ModifySubnetsAttribute", NetworkKinds.Subnet, "subnetIds")
        {
            Deny = (call, _) => VpcRules.RefuseName("name", call.Body.Text("name")),
            CarryOut = (call, subnet) => subnet["name"] = call.Body.Text("name"),
        },
        new RowAction("ModifySubnetAttribute", NetworkKinds.Subnet, "subnetId") { Deny = SubnetRules.RefuseChange, CarryOut = Modify },
        new RowAction("ModifySubnetStackType", NetworkKinds.Subnet, "subnetId") { Deny = SubnetRules.RefuseStack, CarryOut = ChangeStack },
    ];

    private static void Modify(RowRequest call, SimulatedRow subnet)
    {
        subnet["name"] = call.Body.Text("subnetName") ?? subnet.Text("name");
        if (call.Body.Text("cidrBlock") is { } cidr)
        {
            subnet["cidrBlock"] = cidr;
            subnet["gatewayIpAddress"] = IPv4Block.Read(cidr)!.Value.Gateway;
        }
    }

    private static void ChangeStack(RowRequest call, SimulatedRow subnet)
    {
        var hasIPv6 = SubnetRules.Has(call.Body.Text("stackType"), "IPv6");
        subnet["stackType"] = call.Body.Text("stackType");
        subnet["ipv6Type"] = hasIPv6 ? call.Body.Text("ipv6Type") : null;
        subnet["ipv6MaskLength"] = hasIPv6 ? call.Body.Whole("ipv6MaskLength") ?? 96 : null;
        subnet["ipv6CidrBlock"] = hasIPv6 ? subnet.Text("ipv6CidrBlock") ?? SubnetRules.IPv6Block(call.Body, call.Account) : null;
    }
}
