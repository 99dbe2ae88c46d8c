using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>What can be done to VPCs.</summary>
internal static class VpcActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new CreateVpcAction(),
        new RowAction("DeleteVpc", NetworkKinds.Vpc, "vpcId")
        {
            Deny = (call, vpc) => vpc switch
            {
                _ when vpc.Flag("isDefault") == true => new ServiceRefusal(400, "OPERATION_DENIED_DEFAULT_VPC", $"The VPC {vpc.Id} is a default one."),
                _ when VpcRules.SubnetsOf(vpc, call.Account).Any() => new ServiceRefusal(400, "OPERATION_DENIED_VPC_HAS_SUBNET", $"The VPC {vpc.Id} has subnets."),
                _ => null,
            },
            CarryOut = (call, vpc) => call.Account.Remove(vpc),
        },
        new RowAction("ModifyVpcsAttribute", NetworkKinds.Vpc, "vpcIds")
        {
            Deny = (call, _) => VpcRules.RefuseName("name", call.Body.Text("name")),
            CarryOut = (call, vpc) => vpc["name"] = call.Body.Text("name"),
        },
        new RowAction("ModifyVpcAttribute", NetworkKinds.Vpc, "vpcId") { Deny = VpcRules.RefuseChange, CarryOut = Modify },
    ];

    private static void Modify(RowRequest call, SimulatedRow vpc)
    {
        vpc["name"] = call.Body.Text("vpcName") ?? vpc.Text("name");
        vpc["cidrBlock"] = call.Body.Text("cidrBlock") ?? vpc.Text("cidrBlock");
        vpc["securityGroupId"] = call.Body.Text("securityGroupId") ?? vpc.Text("securityGroupId");
        if (call.Body.Flag("enableIPv6") == true && vpc.Text("ipv6CidrBlock") is null)
        {
            vpc["ipv6CidrBlock"] = VpcRules.IPv6Block(call.Account);
        }
    }
}
