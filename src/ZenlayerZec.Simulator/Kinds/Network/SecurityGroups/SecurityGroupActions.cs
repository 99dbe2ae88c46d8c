using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network.SecurityGroups;

/// <summary>What can be done to security groups, and to VPCs by them.</summary>
internal static class SecurityGroupActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new CreateSecurityGroupAction(),
        new DescribeSecurityGroupRuleAction(),
        new RowAction("DeleteSecurityGroup", NetworkKinds.SecurityGroup, "securityGroupId")
        {
            Deny = (call, group) => SecurityGroupRules.RefuseDefault(group)
                ?? (SecurityGroupRules.IsUsed(group, call.Account)
                    ? new ServiceRefusal(400, "OPERATION_DENIED_SECURITY_GROUP_IN_USE", $"The security group {group.Id} is in use.")
                    : null),
            CarryOut = (call, group) => call.Account.Remove(group),
        },
        new RowAction("ModifySecurityGroupsAttribute", NetworkKinds.SecurityGroup, "securityGroupIds")
        {
            Deny = (call, _) => SecurityGroupRules.RefuseName(call.Body.Text("securityGroupName")),
            CarryOut = (call, group) => group["securityGroupName"] = call.Body.Text("securityGroupName"),
        },
        new RowAction("ConfigureSecurityGroupRules", NetworkKinds.SecurityGroup, "securityGroupId")
        {
            Deny = (call, group) => SecurityGroupRules.RefuseDefault(group) ?? SecurityGroupRules.RefuseRules(call.Body),
            CarryOut = (call, group) => group[SecurityGroupRules.Member] = SecurityGroupRules.Of(call.Body),
        },
        new RowAction("AssignSecurityGroupVpc", NetworkKinds.Vpc, "vpcId")
        {
            Deny = (call, _) => call.Account[NetworkKinds.SecurityGroup].Find(call.Body.Text("securityGroupId")) is null
                ? NetworkKinds.SecurityGroup.NotFound(call.Body.Text("securityGroupId")!)
                : null,
            CarryOut = (call, vpc) => vpc["securityGroupId"] = call.Body.Text("securityGroupId"),
        },
        new RowAction("UnAssignSecurityGroupVpc", NetworkKinds.Vpc, "vpcId")
        {
            Deny = (_, vpc) => vpc.Text("securityGroupId") is null
                ? new ServiceRefusal(400, "OPERATION_DENIED_VPC_HAS_NO_SECURITY_GROUP", $"The VPC {vpc.Id} has no security group.")
                : null,
            CarryOut = (_, vpc) => vpc["securityGroupId"] = null,
        },
    ];
}
