namespace ZenlayerZec.Simulator.Contract;

/// <summary>
/// What the actions on instances, and those that list what instances are made of, take: written down by hand where more is known than
/// the API's description says.
/// </summary>
internal static class InstanceContracts
{
    private static readonly Field[] Page = [Whole("pageSize", 1, 1000), Whole("pageNum", 1)];

    private static readonly Field[] TagFilter = [TextList("tagKeys", 20), ObjectList("tags", 20, TagPair())];

    private static readonly Dictionary<string, Func<Field[]>> ByAction = new(StringComparer.Ordinal)
    {
        ["DescribeInstances"] = () =>
        [
            TextList("instanceIds", 100),
            Text("zoneId"),
            Text("imageId"),
            Text("ipv4Address"),
            Text("ipv6Address"),
            Text(
                "status",
                "DEPLOYING", "REBUILDING", "REBOOT", "RUNNING", "STOPPED", "BOOTING", "RELEASING", "STOPPING", "RECYCLE", "RECYCLING", "CREATE_FAILED",
                "REINSTALL_FAILED", "IMAGING", "RESIZING"),
            Text("name"),
            Text("resourceGroupId"),
            .. Page,
            .. TagFilter,
        ],
        ["DescribeInstancesStatus"] = () => [TextList("instanceIds", 100), Text("resourceGroupId"), .. Page],
        ["DescribeZones"] = () => [TextList("zoneIds")],
        ["DescribeZoneInstanceConfigInfos"] = () => [Text("zoneId"), Text("instanceType")],
        ["DescribeImages"] = () =>
        [
            Required(Text("zoneId")),
            TextList("imageIds"),
            Text("imageName"),
            Text("category"),
            Text("imageType", "PUBLIC_IMAGE", "CUSTOM_IMAGE"),
            Text("imageSource", "OFFICIAL", "MARKETING", "CUSTOM", "APP"),
            Text("osType", "linux", "bsd", "windows", "android", "any"),
            Text("imageStatus", "CREATING", "AVAILABLE", "UNAVAILABLE", "SYNCING", "FAILED", "DELETING", "PROCESSING"),
            .. Page,
            .. TagFilter,
        ],
        ["DescribeTimeZones"] = () => [],
        ["ReleaseInstances"] = () => [Required(TextList("instanceIds", 100)), Flag("dependResource")],
        ["StartInstances"] = () => [Required(TextList("instanceIds", 100))],
        ["StopInstances"] = () => [Required(TextList("instanceIds", 100)), Flag("forceShutdown")],
        ["RebootInstances"] = () => [Required(TextList("instanceIds", 100)), Flag("forceReboot")],
        ["ResetInstances"] = () =>
        [
            Required(TextList("instanceIds")),
            Text("password"),
            Text("keyId"),
            Text("imageId"),
            Text("timezone"),
            Flag("enableAgent"),
            Text("instanceName", 2, 63),
            Text("userData"),
        ],
        ["ModifyInstancesAttribute"] = () => [Required(TextList("instanceIds", 100)), Required(Text("instanceName", 1, 64))],
        ["CreateZecInstances"] = () =>
        [
            Required(Text("zoneId")),
            Required(Text("imageId")),
            Required(Text("instanceType")),
            Required(Text("subnetId")),

            // Required by its description, which has a default for it all the same, and leaves it out in its examples.
            Whole("instanceCount", 1, 100),
            Text("timeZone"),
            Text("instanceName"),
            Text("password"),
            Text("keyId"),
            Text("nicNetworkType", "Auto", "FailOver", "VirtioOnly", "VfOnly"),
            Object("systemDisk", Text("diskId"), Whole("diskSize", 1), Text("diskCategory"), Flag("burstingEnabled")),
            ObjectList(
                "dataDisks",
                null,
                Text("diskId"),
                Text("diskName"),
                Required(Whole("diskSize", 1)),
                Whole("diskAmount", 1),
                Flag("portable"),
                Flag("burstingEnabled"),
                Text("diskCategory")),
            Text("securityGroupId"),
            Text("lanIp"),
            Flag("enableAgent"),
            Flag("enableIpForward"),
            Text("internetChargeType", "ByBandwidth", "ByTrafficPackage", "BandwidthCluster"),
            new Field("trafficPackageSize", FieldType.Number),
            Whole("bandwidth"),
            Text("eipBindType", "FullNat", "Passthrough"),
            TextList("eipIds"),
            Text(
                "eipV4Type",
                "BGPLine", "CN2Line", "LocalLine", "ChinaMobile", "ChinaUnicom", "ChinaTelecom", "Cogent", "PathBasedBandwidthIP"),
            Text("ipStackType", "IPv4", "IPv4_IPv6", "IPv6"),
            Text("networkLineType", "PremiumBGP", "CN2", "PathBasedBandwidthIP", "LocalLine", "StandardBGP", "CMI", "CUG", "CTG"),
            Text("clusterId"),
            Text("ipv6ClusterId"),
            Text("resourceGroupId"),
            Object("marketingOptions", Text("discountCode"), Flag("usePocVoucher")),
            Object("tags", ObjectList("tags", null, TagPair())),
            Text("userData"),
            Object("instanceOptions", Flag("nestedVirtualization")),
        ],
    };

    /// <summary>The names of the actions.</summary>
    public static IReadOnlyCollection<string> Names => ByAction.Keys;

    /// <summary>What an action takes; null where nothing is known of it but the description.</summary>
    public static IReadOnlyList<Field>? Of(string action) => ByAction.TryGetValue(action, out var fields) ? fields() : null;

    private static Field[] TagPair() => [Text("key", 1, 64), Text("value", 1, 64)];

    private static Field Required(Field field) => field with { IsRequired = true };

    private static Field Text(string name, params string[] values) => new(name, FieldType.Text) { Values = values };

    private static Field Text(string name, int least, int most) => new(name, FieldType.Text) { Least = least, Most = most };

    private static Field TextList(string name, int? most = null) => new(name, FieldType.TextList) { Most = most };

    private static Field Whole(string name, int? least = null, int? most = null) => new(name, FieldType.Whole) { Least = least, Most = most };

    private static Field Flag(string name) => new(name, FieldType.Flag);

    private static Field Object(string name, params Field[] fields) => new(name, FieldType.Object) { Fields = fields };

    private static Field ObjectList(string name, int? most, params Field[] fields) => new(name, FieldType.ObjectList) { Most = most, Fields = fields };
}
