using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>Makes up the network interface that every instance comes with.</summary>
internal static class PrimaryInterface
{
    /// <param name="instance">The instance, its addresses and zone already set.</param>
    /// <param name="index">Which of the account.</param>
    /// <param name="name">The interface's name.</param>
    public static ZecNic Of(ZecInstance instance, int index, string name) => new()
    {
        NicId = $"nic-{index}",
        Name = name,
        Status = "USED",
        Type = "Primary",
        RegionId = Catalogue.FindZone(instance.ZoneId)?.RegionId,
        IpStackType = "IPv4",
        PublicIpAddresses = instance.PublicIpAddresses,
        PrivateIpAddresses = instance.PrivateIpAddresses,
        PrimaryIPv4 = instance.PrivateIpAddresses[0],
        SecondaryIPv4s = [],
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
