using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Commands.SecurityGroup;

/// <content>A VPC without a security group has none to lose.</content>
public sealed partial class UnregisterZecSecurityGroupCommand
{
    private protected override string? ReasonToSkip(ZecObject thing)
        => string.IsNullOrEmpty(((ZecVpc)thing).SecurityGroupId) ? "has no security group" : null;
}
