using System.Globalization;
using System.Text.Json.Nodes;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Kinds.Network;

namespace ZenlayerZec.Simulator.Rows;

/// <summary>Network interfaces, as rows of their own and as their instances show them.</summary>
internal static class NicRows
{
    private const string Primary = "Primary";

    /// <summary>Whether it came with its instance, and goes with it.</summary>
    public static bool IsPrimary(SimulatedRow nic) => nic.Text("nicType") == Primary;

    /// <summary>Whether it came with its instance, and goes with it.</summary>
    public static bool IsPrimary(ZecNic nic) => nic.Type == Primary;

    /// <summary>A list of texts of a row.</summary>
    public static IEnumerable<string> Texts(SimulatedRow row, string member) => (row[member]?.AsArray() ?? []).Select(text => text!.GetValue<string>());

    /// <summary>The row of an interface of an instance.</summary>
    public static SimulatedRow Of(ZecInstance machine, ZecNic nic) => new(NetworkKinds.Nic, new JsonObject
    {
        ["nicId"] = nic.NicId,
        ["name"] = nic.Name,
        ["status"] = nic.Status,
        ["nicType"] = nic.Type,
        ["regionId"] = nic.RegionId,
        ["nicSubnetType"] = nic.IpStackType,
        ["publicIpList"] = InstanceRows.Texts(nic.PublicIpAddresses),
        ["privateIpList"] = InstanceRows.Texts(nic.PrivateIpAddresses),
        ["primaryIpv4"] = nic.PrimaryIPv4,
        ["primaryIpv6"] = nic.PrimaryIPv6,
        ["ipv6Cidr"] = nic.IPv6Cidr,
        ["secondaryIpv4s"] = InstanceRows.Texts(nic.SecondaryIPv4s),
        ["macAddress"] = nic.MacAddress,
        ["instanceId"] = machine.InstanceId,
        ["vpcId"] = nic.VpcId,
        ["subnetId"] = nic.SubnetId,
        ["createTime"] = nic.CreateTime?.ToWire(),
        ["updateTime"] = nic.UpdateTime?.ToWire(),
        ["resourceGroup"] = new JsonObject { ["resourceGroupId"] = nic.ResourceGroupId, ["resourceGroupName"] = nic.ResourceGroupName },
        ["securityGroupId"] = nic.SecurityGroupId,
        ["tags"] = TagNodes.Of(nic.Tags.Select(tag => new KeyValuePair<string, string?>(tag.Key, tag.Value))),
    });

    /// <summary>The interface that a row is, as its instance shows it.</summary>
    public static ZecNic Read(SimulatedRow row) => new()
    {
        NicId = row.Id,
        Name = row.Text("name"),
        Status = row.Status,
        Type = row.Text("nicType"),
        RegionId = row.Text("regionId"),
        IpStackType = row.Text("nicSubnetType"),
        PublicIpAddresses = [.. Texts(row, "publicIpList")],
        PrivateIpAddresses = [.. Texts(row, "privateIpList")],
        PrimaryIPv4 = row.Text("primaryIpv4"),
        PrimaryIPv6 = row.Text("primaryIpv6"),
        IPv6Cidr = row.Text("ipv6Cidr"),
        SecondaryIPv4s = [.. Texts(row, "secondaryIpv4s")],
        MacAddress = row.Text("macAddress"),
        AttachedInstanceId = row.InstanceId,
        VpcId = row.Text("vpcId"),
        SubnetId = row.Text("subnetId"),
        CreateTime = Time(row, "createTime"),
        UpdateTime = Time(row, "updateTime"),
        ResourceGroup = new ZecResourceGroup
        {
            ResourceGroupId = row["resourceGroup"]?["resourceGroupId"]?.GetValue<string>(),
            ResourceGroupName = row["resourceGroup"]?["resourceGroupName"]?.GetValue<string>(),
        },
        SecurityGroupId = row.Text("securityGroupId"),
        Tags = row.Tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
    };

    private static DateTimeOffset? Time(SimulatedRow row, string member)
        => row.Text(member) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;
}
