namespace ZenlayerZec.Commands.Vpc;

/// <content>What a person is asked about a change of several attributes.</content>
public sealed partial class SetZecVpcCommand
{
    private string Changed => string.Join(", ", new[]
    {
        Name is null ? null : $"name {Name}",
        CidrBlock is null ? null : $"addresses {CidrBlock}",
        EnablePrivateIPv6 ? "private IPv6, which cannot be undone" : null,
        SecurityGroupId is null ? null : $"security group {SecurityGroupId}",
    }.OfType<string>());
}
