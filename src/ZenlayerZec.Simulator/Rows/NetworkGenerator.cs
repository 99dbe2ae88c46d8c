using System.Text.Json.Nodes;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds;
using ZenlayerZec.Simulator.Kinds.Network;

namespace ZenlayerZec.Simulator.Rows;

/// <summary>Makes up the network that the first instances are in, and what nobody uses of it.</summary>
internal static class NetworkGenerator
{
    private const string DefaultVpc = "vpc-main";
    private const string DefaultGroup = "sg-default";

    private static readonly TimeSpan Age = TimeSpan.FromDays(3 * 365);

    /// <summary>Adds what is there without any instance.</summary>
    public static void Add(Estate estate, DateTimeOffset start)
    {
        var created = start - Age;
        estate[NetworkKinds.Vpc].Add(Vpc(DefaultVpc, "10.0.0.0/8", isDefault: true, created));
        estate[NetworkKinds.Vpc].Add(Vpc("vpc-lab", "172.16.0.0/16", isDefault: false, created));
        for (var number = 0; number < FleetGenerator.SubnetCount; number++)
        {
            AddSubnet(estate, FleetGenerator.SubnetId(number), FleetGenerator.SubnetZone(number).RegionId, created);
        }

        foreach (var role in FleetGenerator.Roles.Prepend("default").Append("unused"))
        {
            AddSecurityGroup(estate, $"sg-{role}", created);
        }

        for (var number = 0; number < 2; number++)
        {
            estate[NetworkKinds.Eip].Add(Eip(
                Numbering.EipId(-1 - number), $"198.51.100.{number + 1}", Catalogue.Zones[number].RegionId, Groups.Find(null)!, created));
        }

        AddUnusedNic(estate, created);
    }

    /// <summary>Adds what an interface names and nobody knew of: orders name what they like.</summary>
    public static void AddNamed(Estate estate, ZecNic nic, DateTimeOffset? created)
    {
        if (nic.VpcId is { } vpcId && estate[NetworkKinds.Vpc].Find(vpcId) is null)
        {
            estate[NetworkKinds.Vpc].Add(Vpc(vpcId, "10.0.0.0/8", isDefault: false, created));
        }

        if (nic.SubnetId is { } subnetId && estate[NetworkKinds.Subnet].Find(subnetId) is null)
        {
            AddSubnet(estate, subnetId, nic.RegionId, created, nic.VpcId);
        }

        if (nic.SecurityGroupId is { } groupId && estate[NetworkKinds.SecurityGroup].Find(groupId) is null)
        {
            AddSecurityGroup(estate, groupId, created);
        }
    }

    /// <summary>An elastic IP that nobody uses.</summary>
    public static SimulatedRow Eip(string id, string address, string? regionId, ZecResourceGroup group, DateTimeOffset? created)
        => new(NetworkKinds.Eip, new JsonObject
        {
            ["eipId"] = id,
            ["name"] = $"eip-{address.Replace('.', '-')}",
            ["regionId"] = regionId,
            ["isDefault"] = false,
            ["status"] = "UNBIND",
            ["publicIpAddresses"] = InstanceRows.Texts([address]),
            ["prefixLength"] = 32,
            ["eipV4Type"] = "BGPLine",
            ["networkLineType"] = "PremiumBGP",
            ["internetChargeType"] = "ByBandwidth",
            ["bindType"] = "FullNat",
            ["flowPackages"] = new JsonArray(),
            ["bandwidth"] = 100,
            ["rateLimitMode"] = "LOOSE",
            ["eipGeoRefs"] = new JsonArray(),
            ["blockInfoList"] = new JsonArray(),
            ["createTime"] = created?.ToWire(),
            ["resourceGroupId"] = group.ResourceGroupId,
            ["resourceGroupName"] = group.ResourceGroupName,
            ["tags"] = TagNodes.Of([new("env", "lab")]),
        });

    private static SimulatedRow Vpc(string id, string cidrBlock, bool isDefault, DateTimeOffset? created) => new(NetworkKinds.Vpc, new JsonObject
    {
        ["vpcId"] = id,
        ["name"] = id.Substring(id.IndexOf('-') + 1),
        ["cidrBlock"] = cidrBlock,
        ["mtu"] = 1500,
        ["isDefault"] = isDefault,
        ["createTime"] = created?.ToWire(),
        ["usageIpv6Count"] = 0,
        ["securityGroupId"] = DefaultGroup,
        ["dnsZoneIds"] = new JsonArray(),
        ["resourceGroup"] = Group(),
        ["tags"] = TagNodes.Of(isDefault ? null : [new("env", "lab")]),
    });

    private static void AddSubnet(Estate estate, string id, string? regionId, DateTimeOffset? created, string? vpcId = DefaultVpc)
    {
        // The addresses of the first instances do not follow their subnets' blocks.
        var number = estate[NetworkKinds.Subnet].Rows.Count;
        estate[NetworkKinds.Subnet].Add(new SimulatedRow(NetworkKinds.Subnet, new JsonObject
        {
            ["subnetId"] = id,
            ["regionId"] = regionId,
            ["name"] = id,
            ["cidrBlock"] = $"10.{number}.0.0/16",
            ["gatewayIpAddress"] = $"10.{number}.0.1",
            ["stackType"] = "IPv4",
            ["vpcId"] = vpcId,
            ["usageIpv6Count"] = 0,
            ["createTime"] = created?.ToWire(),
            ["isDefault"] = number == 0,
        }));
    }

    private static void AddSecurityGroup(Estate estate, string id, DateTimeOffset? created)
        => estate[NetworkKinds.SecurityGroup].Add(new SimulatedRow(NetworkKinds.SecurityGroup, new JsonObject
        {
            ["securityGroupId"] = id,
            ["securityGroupName"] = id.Substring(id.IndexOf('-') + 1),
            ["scope"] = "Global",
            ["createTime"] = created?.ToWire(),
            ["isDefault"] = id == DefaultGroup,
            ["natIdList"] = new JsonArray(),
            ["loadBalancerIdList"] = new JsonArray(),
            ["haVipIdList"] = new JsonArray(),
        }));

    private static void AddUnusedNic(Estate estate, DateTimeOffset created)
        => estate[NetworkKinds.Nic].Add(new SimulatedRow(NetworkKinds.Nic, new JsonObject
        {
            ["nicId"] = "nic-unused",
            ["name"] = "spare",
            ["status"] = "AVAILABLE",
            ["nicType"] = "Secondary",
            ["regionId"] = FleetGenerator.SubnetZone(1).RegionId,
            ["nicSubnetType"] = "IPv4",
            ["publicIpList"] = new JsonArray(),
            ["privateIpList"] = InstanceRows.Texts(["10.1.255.1"]),
            ["primaryIpv4"] = "10.1.255.1",
            ["secondaryIpv4s"] = new JsonArray(),
            ["macAddress"] = "02:00:00:ff:ff:01",
            ["vpcId"] = DefaultVpc,
            ["subnetId"] = FleetGenerator.SubnetId(1),
            ["createTime"] = created.ToWire(),
            ["updateTime"] = created.ToWire(),
            ["resourceGroup"] = Group(),
            ["securityGroupId"] = DefaultGroup,
            ["tags"] = TagNodes.Of([new("env", "lab")]),
        }));

    private static JsonObject Group()
        => new() { ["resourceGroupId"] = Groups.Find(null)!.ResourceGroupId, ["resourceGroupName"] = Groups.Find(null)!.ResourceGroupName };
}
