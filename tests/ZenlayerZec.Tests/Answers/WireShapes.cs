using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Answers;

/// <summary>What the API's pages say of the objects that it lists, and where the module keeps it: for tests, beside the module's own readers.</summary>
internal static class WireShapes
{
    /// <summary>Those that are written here, so that they do not say what the description says.</summary>
    private static readonly Dictionary<Type, WireField[]> ByHand = new()
    {
        [typeof(ZecInstance)] =
        [
            Id("instanceId"), Text("instanceName"), Id("zoneId"), Text("instanceType"), Int32("cpu"), Int32("memory", "MemoryGiB"), Id("imageId"),
            Text("imageName"), Text("timeZone"), Text("nicNetworkType"), Text("status"), Object<ZecSystemDisk>("systemDisk"),
            List<ZecDataDisk>("dataDisks"), Texts("publicIpAddresses"), Texts("privateIpAddresses"), Id("keyId"), Id("subnetId"),
            Id("securityGroupId"), Boolean("enableAgent"), Boolean("enableAgentMonitor"), Boolean("enableIpForward"), Time("createTime"),
            Time("expiredTime"), Id("resourceGroupId"), Text("resourceGroupName"), List<ZecNic>("nics"), Tags("tags"),
            Ids("loadBalancerIds"), Id("placementGroupId"), Object<ZecInstanceOptions>("instanceOptions"),
        ],
        [typeof(ZecSystemDisk)] = [Id("diskId"), Int32("diskSize", "SizeGiB"), Text("diskCategory"), Boolean("burstingEnabled")],
        [typeof(ZecDataDisk)] =
        [
            Id("diskId"), Text("diskName"), Int32("diskSize", "SizeGiB"), Int32("diskAmount"), Boolean("portable"), Boolean("burstingEnabled"),
            Text("diskCategory"),
        ],
        [typeof(ZecInstanceOptions)] = [Boolean("nestedVirtualization")],
        [typeof(ZecNic)] =
        [
            Id("nicId"), Text("name"), Text("status"), Text("nicType", "Type"), Id("regionId"), Text("nicSubnetType", "IpStackType"),
            Texts("publicIpList", "PublicIpAddresses"), Texts("privateIpList", "PrivateIpAddresses"), Text("primaryIpv4", "PrimaryIPv4"),
            Text("primaryIpv6", "PrimaryIPv6"), Text("ipv6Cidr", "IPv6Cidr"), Texts("secondaryIpv4s", "SecondaryIPv4s"), Text("macAddress"),
            Id("instanceId", "AttachedInstanceId"), Id("vpcId"), Id("subnetId"), Time("createTime"), Time("updateTime"),
            Id("securityGroupId"), Tags("tags"),
        ],
        [typeof(ZecResourceGroup)] = [Id("resourceGroupId"), Text("resourceGroupName")],
        [typeof(ZecInstanceStatus)] = [Id("instanceId"), Text("instanceStatus", "Status")],
        [typeof(ZecImage)] =
        [
            Id("imageId"), Text("imageName"), Text("imageType"), Text("imageSource"), Text("imageSize"), Int32("minDiskSize", "MinDiskSizeGiB"),
            Text("imageDescription"), Text("imageVersion"), Text("imageStatus"), Texts("nicNetworkType", "NicNetworkTypes"), Text("category"),
            Text("osType"), Tags("tags"), Ids("regionIdList", "RegionIds"), Id("resourceGroupId"), Text("resourceGroupName"),
        ],
        [typeof(ZecDisk)] =
        [
            Id("diskId"), Text("diskName"), Id("regionId"), Id("zoneId"), Text("diskType", "Type"), Boolean("portable"), Text("diskCategory", "Category"),
            Int32("diskSize", "SizeGiB"), Text("diskStatus", "Status"), Id("instanceId", "AttachedInstanceId"), Text("instanceName", "AttachedInstanceName"),
            Time("createTime"), Time("expiredTime"), Int32("period", "PeriodMonths"), Id("resourceGroupId"), Text("resourceGroupName"), Text("serial"),
            Boolean("snapshotAbility"), Id("autoSnapshotPolicyId"), Tags("tags"), Boolean("burstingEnabled"),
        ],
        [typeof(ZecVpc)] =
        [
            Id("vpcId"), Text("name"), Text("cidrBlock"), Text("ipv6CidrBlock", "IPv6CidrBlock"), Int32("mtu"), Boolean("isDefault"), Time("createTime"),
            Int32("usageIpv4Count", "UsageIPv4Count"), Int32("usageIpv6Count", "UsageIPv6Count"), Id("securityGroupId"), Ids("dnsZoneIds"), Tags("tags"),
        ],
        [typeof(ZecSecurityGroup)] =
        [
            Id("securityGroupId"), Text("securityGroupName"), Text("scope"), Time("createTime"), Ids("vpcIds"), Boolean("isDefault"),
            Ids("nicIdList", "NicIds"), Ids("natIdList", "NatGatewayIds"), Ids("loadBalancerIdList", "LoadBalancerIds"), Ids("haVipIdList", "HaVipIds"),
        ],
        [typeof(ZecPlacementGroup)] =
        [
            Id("placementGroupId"), Text("name"), Id("zoneId"), Int32("partitionNum", "PartitionCount"), Int32("affinity"), Int32("instanceCount"),
            Ids("instanceIds"), Text("constraintStatus"), Time("createTime"), Tags("tags"),
        ],
        [typeof(ZecSubnet)] =
        [
            Id("subnetId"), Id("regionId"), Text("name"), Text("cidrBlock"), Text("gatewayIpAddress"), Text("ipv6CidrBlock", "IPv6CidrBlock"),
            Text("ipv6GatewayIpAddress", "IPv6GatewayIpAddress"), Text("stackType", "IpStackType"), Text("ipv6Type", "IPv6Type"), Id("vpcId"),
            Text("vpcName"), Int32("usageIpv4Count", "UsageIPv4Count"), Int32("usageIpv6Count", "UsageIPv6Count"), Time("createTime"),
            Boolean("isDefault"), Id("dhcpOptionsSetId"), Int32("ipv6MaskLength", "IPv6MaskLength"),
        ],
        [typeof(ZecZone)] =
        [
            Id("zoneId"), Text("zoneName"), Id("regionId"), Text("cityName"), Text("cityCode"), Text("countryName"), Text("countryCode"),
            Text("timeZone"), Boolean("supportSecurityGroup"), Boolean("supportHaVip"),
        ],
        [typeof(ZecInstanceType)] =
        [
            Text("instanceType"), Id("zoneId"), Text("instanceTypeName"), Int32("cpuCount"), Int32("memory", "MemoryGiB"),
            Int64("bps", "BitsPerSecond"), Int64("pps", "PacketsPerSecond"), Int32("internetMaxBandwidthOutLimit", "InternetMaxBandwidthOutMbps"),
            Boolean("withStock"), Texts("internetChargeTypes"), Int32("gpuAmount", "GpuCount"), Text("inventoryCapacity"),
            Text("acceleratorType"), Int32("acceleratorAmount", "AcceleratorCount"), Decimal("price"),
        ],
        [typeof(ZecRegion)] =
        [
            Id("regionId"), Text("regionName"), Text("regionTitle"), Boolean("enablePubIpv6", "SupportPublicIPv6"), Int32("netmask"),
            Text("network", "NetworkLineType"), Text("ipType", "IpVersion"),
        ],
        [typeof(ZecRegionCapacity)] = [Id("regionId"), Text("capacity"), List<ZecInstanceTypeCapacity>("instanceTypes")],
        [typeof(ZecInstanceTypeCapacity)] = [Text("instanceType"), Text("gpuSpec"), Text("capacity")],
    };

    /// <summary>The fields of each type. The first one of what is listed is its ID.</summary>
    public static IReadOnlyDictionary<Type, WireField[]> All { get; }
        = DescribedLists.Shapes().Where(shape => !ByHand.ContainsKey(shape.Key)).Concat(ByHand).ToDictionary();

    private static WireField Id(string name, string? property = null) => new(name, Named(name, property), WireKind.Id);

    private static WireField Text(string name, string? property = null) => new(name, Named(name, property), WireKind.Text);

    private static WireField Int32(string name, string? property = null) => new(name, Named(name, property), WireKind.Int32);

    private static WireField Int64(string name, string? property = null) => new(name, Named(name, property), WireKind.Int64);

    private static WireField Decimal(string name, string? property = null) => new(name, Named(name, property), WireKind.Decimal);

    private static WireField Boolean(string name, string? property = null) => new(name, Named(name, property), WireKind.Boolean);

    private static WireField Time(string name) => new(name, Named(name, null), WireKind.Time);

    private static WireField Ids(string name, string? property = null) => new(name, Named(name, property), WireKind.Ids);

    private static WireField Texts(string name, string? property = null) => new(name, Named(name, property), WireKind.Texts);

    private static WireField Tags(string name) => new(name, Named(name, null), WireKind.Tags);

    private static WireField Object<T>(string name) => new(name, Named(name, null), WireKind.Object) { Part = typeof(T) };

    private static WireField List<T>(string name) => new(name, Named(name, null), WireKind.List) { Part = typeof(T) };

    private static string Named(string name, string? property) => property ?? $"{char.ToUpperInvariant(name[0])}{name[1..]}";
}
