using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <content>What the description of the API does not say of itself: a VPC with private IPv6 has a block of IPv6 addresses.</content>
internal static partial class VpcOperations
{
    private static Settle SettleSet(string? name, string? cidrBlock, bool? enablePrivateIPv6, string? securityGroupId) => Settle.When<ZecVpc>(
        _ => string.Empty,
        vpc => (name is null || vpc.Name == name)
            && (cidrBlock is null || vpc.CidrBlock == cidrBlock)
            && (enablePrivateIPv6 != true || !string.IsNullOrEmpty(vpc.IPv6CidrBlock))
            && (securityGroupId is null || vpc.SecurityGroupId == securityGroupId));

    /// <summary>Only a VPC without a security group shows that its one was taken: which one it would get instead is not documented.</summary>
    private static Settle SettleUnregister() => Settle.When<ZecVpc>(vpc => vpc.SecurityGroupId, vpc => string.IsNullOrEmpty(vpc.SecurityGroupId));
}
