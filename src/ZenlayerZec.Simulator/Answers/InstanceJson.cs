using System.Text.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Simulator.Answers;

/// <summary>An instance as DescribeInstances writes it, by the names of the API's description.</summary>
internal static class InstanceJson
{
    /// <summary>Makes the whole object.</summary>
    public static byte[] Of(ZecInstance instance) => AnswerJson.ObjectOf(answer => Write(answer, instance));

    private static void Write(Utf8JsonWriter answer, ZecInstance instance)
    {
        answer.WriteString("instanceId", instance.InstanceId);
        answer.WriteString("instanceName", instance.InstanceName);
        answer.WriteString("zoneId", instance.ZoneId);
        answer.WriteString("instanceType", instance.InstanceType);
        answer.WriteNumber("cpu", instance.Cpu);
        answer.WriteNumber("memory", instance.MemoryGiB);
        answer.WriteString("imageId", instance.ImageId);
        answer.WriteString("imageName", instance.ImageName);
        answer.WriteString("timeZone", instance.TimeZone);
        answer.WriteString("nicNetworkType", instance.NicNetworkType);
        answer.WriteString("status", instance.Status);
        WriteSystemDisk(answer, instance.SystemDisk);
        answer.WriteObjects("dataDisks", instance.DataDisks, WriteDataDisk);
        answer.WriteTexts("publicIpAddresses", instance.PublicIpAddresses);
        answer.WriteTexts("privateIpAddresses", instance.PrivateIpAddresses);
        answer.WriteString("keyId", instance.KeyId);
        answer.WriteString("subnetId", instance.SubnetId);
        answer.WriteString("securityGroupId", instance.SecurityGroupId);
        answer.WriteFlag("enableAgent", instance.EnableAgent);
        answer.WriteFlag("enableAgentMonitor", instance.EnableAgentMonitor);
        answer.WriteFlag("enableIpForward", instance.EnableIpForward);
        answer.WriteTime("createTime", instance.CreateTime);
        answer.WriteTime("expiredTime", instance.ExpiredTime);
        answer.WriteString("resourceGroupId", instance.ResourceGroupId);
        answer.WriteString("resourceGroupName", instance.ResourceGroupName);
        answer.WriteObjects("nics", instance.Nics, WriteInterface);
        answer.WriteTags(instance.Tags);
        answer.WriteTexts("loadBalancerIds", instance.LoadBalancerIds);
        answer.WriteString("placementGroupId", instance.PlacementGroupId);
        answer.WriteStartObject("instanceOptions");
        answer.WriteFlag("nestedVirtualization", instance.InstanceOptions?.NestedVirtualization);
        answer.WriteEndObject();
    }

    private static void WriteSystemDisk(Utf8JsonWriter answer, ZecSystemDisk? disk)
    {
        if (disk is null)
        {
            answer.WriteNull("systemDisk");
            return;
        }

        answer.WriteStartObject("systemDisk");
        answer.WriteString("diskId", disk.DiskId);
        answer.WriteNumber("diskSize", disk.SizeGiB);
        answer.WriteString("diskCategory", disk.DiskCategory);
        answer.WriteFlag("burstingEnabled", disk.BurstingEnabled);
        answer.WriteEndObject();
    }

    private static void WriteDataDisk(Utf8JsonWriter answer, ZecDataDisk disk)
    {
        answer.WriteString("diskId", disk.DiskId);
        answer.WriteString("diskName", disk.DiskName);
        answer.WriteNumber("diskSize", disk.SizeGiB);
        answer.WriteNumber("diskAmount", disk.DiskAmount);
        answer.WriteFlag("portable", disk.Portable);
        answer.WriteFlag("burstingEnabled", disk.BurstingEnabled);
        answer.WriteString("diskCategory", disk.DiskCategory);
    }

    private static void WriteInterface(Utf8JsonWriter answer, ZecNic nic)
    {
        answer.WriteString("nicId", nic.NicId);
        answer.WriteString("name", nic.Name);
        answer.WriteString("status", nic.Status);
        answer.WriteString("nicType", nic.Type);
        answer.WriteString("regionId", nic.RegionId);
        answer.WriteString("nicSubnetType", nic.IpStackType);
        answer.WriteTexts("publicIpList", nic.PublicIpAddresses);
        answer.WriteTexts("privateIpList", nic.PrivateIpAddresses);
        answer.WriteString("primaryIpv4", nic.PrimaryIPv4);
        answer.WriteString("primaryIpv6", nic.PrimaryIPv6);
        answer.WriteString("ipv6Cidr", nic.IPv6Cidr);
        answer.WriteTexts("secondaryIpv4s", nic.SecondaryIPv4s);
        answer.WriteString("macAddress", nic.MacAddress);
        answer.WriteString("instanceId", nic.AttachedInstanceId);
        answer.WriteString("vpcId", nic.VpcId);
        answer.WriteString("subnetId", nic.SubnetId);
        answer.WriteTime("createTime", nic.CreateTime);
        answer.WriteTime("updateTime", nic.UpdateTime);
        answer.WriteStartObject("resourceGroup");
        answer.WriteString("resourceGroupId", nic.ResourceGroupId);
        answer.WriteString("resourceGroupName", nic.ResourceGroupName);
        answer.WriteEndObject();
        answer.WriteString("securityGroupId", nic.SecurityGroupId);
        answer.WriteTags(nic.Tags);
    }
}
