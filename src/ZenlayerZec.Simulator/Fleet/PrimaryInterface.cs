using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>Makes up the network interface that every instance comes with.</summary>
internal static class PrimaryInterface
{
    /// <param name="instance">The instance, its addresses and zone already set.</param>
    /// <param name="index">Which of the account.</param>
    /// <param name="name">The interface's name.</param>
    public static ZecNetworkInterface Of(ZecInstance instance, int index, string name) => new()
    {
        NicId = $"nic-{index}",
        Name = name,
        Status = "USED",
        NicType = "Primary",
        RegionId = Catalogue.FindZone(instance.ZoneId)?.RegionId,
        NicSubnetType = "IPv4",
        PublicIpList = instance.PublicIpAddresses,
        PrivateIpList = instance.PrivateIpAddresses,
        PrimaryIpv4 = instance.PrivateIpAddresses[0],
        SecondaryIpv4s = [],
        MacAddress = Numbering.Mac(index),
        AttachedInstanceId = instance.InstanceId,
        VpcId = "vpc-main",
        SubnetId = instance.SubnetId,
        CreateTime = instance.CreateTime,
        UpdateTime = instance.CreateTime,
        ResourceGroup = new ZecResourceGroup { ResourceGroupId = instance.ResourceGroupId, ResourceGroupName = instance.ResourceGroupName },
        SecurityGroupId = instance.SecurityGroupId,
    };
}
