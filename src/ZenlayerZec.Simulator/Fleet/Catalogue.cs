using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>What the account can be offered: the same for every seed, and all that the fleet is made of is in it.</summary>
internal static class Catalogue
{
    /// <summary>So many of the images are those that the fleet is made from.</summary>
    public const int ImagesInUse = 3;

    public const string DefaultTimeZone = "America/Los_Angeles";

    public const string Windows = "windows";

    public static IReadOnlyList<string> NicNetworkTypes { get; } = ["Auto", "FailOver", "VirtioOnly", "VfOnly"];

    public static IReadOnlyList<string> DiskCategories { get; } = ["Standard NVMe SSD", "Basic NVMe SSD"];

    public static IReadOnlyList<string> InternetChargeTypes { get; } = ["ByBandwidth", "ByTrafficPackage", "BandwidthCluster"];

    public static IReadOnlyList<ZecResourceGroup> ResourceGroups { get; } = [Group("default"), Group("platform"), Group("research")];

    public static IReadOnlyList<ZecZone> Zones { get; } =
    [
        Zone("asia-east-1a", "Hong Kong A", "Asia/Hong_Kong", ("Hong Kong", "HKG"), ("Hong Kong SAR", "HK")),
        Zone("asia-southeast-1a", "Singapore A", "Asia/Singapore", ("Singapore", "SIN"), ("Singapore", "SG")),
        Zone("eu-west-1a", "London A", "Europe/London", ("London", "LHR"), ("United Kingdom", "GB")),
        Zone("na-west-1a", "Los Angeles A", "America/Los_Angeles", ("Los Angeles", "LAX"), ("United States", "US")),
        Zone("sa-east-1a", "São Paulo A", "America/Sao_Paulo", ("São Paulo", "GRU"), ("Brazil", "BR")),
    ];

    /// <summary>The sizes that every zone offers, the smallest first.</summary>
    public static IReadOnlyList<(string Type, int Cpu, int MemoryGiB)> Sizes { get; } =
        [("z2a.cpu.1", 1, 2), ("z2a.cpu.2", 2, 4), ("z2a.cpu.4", 4, 8), ("z2a.cpu.8", 8, 16)];

    /// <summary>The sizes by zone; the largest is sold out in the last zone.</summary>
    public static IReadOnlyList<ZecInstanceType> InstanceTypes { get; } =
    [
        .. Zones.SelectMany(zone => Sizes.Select(size => InstanceType(
            zone.ZoneId, size.Type, size.Cpu, size.MemoryGiB, withStock: zone != Zones[Zones.Count - 1] || size != Sizes[Sizes.Count - 1]))),
    ];

    /// <summary>The sizes with a GPU, and how many more there is room for: in the first and in the third zone.</summary>
    public static IReadOnlyList<(ZecInstanceType Type, string Capacity)> GpuTypes { get; } =
    [
        (GpuType(Zones[0].ZoneId, gpus: 1), "SUFFICIENT"),
        (GpuType(Zones[0].ZoneId, gpus: 4), "LIMITED"),
        (GpuType(Zones[2].ZoneId, gpus: 1), "ABUNDANT"),
    ];

    /// <summary>The sizes with an accelerator, how many more there is room for, and what their list says that they cost.</summary>
    public static IReadOnlyList<(ZecInstanceType Type, int Capacity, double Price)> AcceleratorTypes { get; } =
    [
        (AcceleratorType(Zones[0].ZoneId, accelerators: 1), 12, 0.25),
        (AcceleratorType(Zones[0].ZoneId, accelerators: 2), 0, 0.5),
        (AcceleratorType(Zones[1].ZoneId, accelerators: 1), 3, 0.25),
    ];

    /// <summary>The images; every zone has them all.</summary>
    public static IReadOnlyList<ZecImage> Images { get; } =
    [
        Image("ubuntu2404_20240712", "Ubuntu Server 24.04 LTS", "Ubuntu", "linux", 20),
        Image("debian12_20240712", "Debian 12", "Debian", "linux", 20),
        Image("windows2022_20240712", "Windows Server 2022", "Windows", Windows, 40),
        Image("ubuntu2204_20240712", "Ubuntu Server 22.04 LTS", "Ubuntu", "linux", 20),
        Image("rocky9_20240712", "Rocky Linux 9", "Rocky", "linux", 20),
        Image("freebsd14_20240712", "FreeBSD 14", "FreeBSD", "bsd", 20),
        Image("webgolden_20250301", "web-golden", "Custom", "linux", 100, isCustom: true),
    ];

    public static IReadOnlyList<string> TimeZones { get; } =
    [
        "Africa/Cairo", "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi", "America/Argentina/Buenos_Aires", "America/Bogota",
        "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Mexico_City", "America/New_York", "America/Phoenix",
        "America/Santiago", "America/Sao_Paulo", "America/Toronto", "Asia/Bangkok", "Asia/Dhaka", "Asia/Dubai", "Asia/Ho_Chi_Minh",
        "Asia/Hong_Kong", "Asia/Jakarta", "Asia/Jerusalem", "Asia/Karachi", "Asia/Kolkata", "Asia/Kuala_Lumpur", "Asia/Manila",
        "Asia/Riyadh", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore", "Asia/Taipei", "Asia/Tokyo", "Australia/Perth",
        "Australia/Sydney", "Etc/UTC", "Europe/Amsterdam", "Europe/Berlin", "Europe/Istanbul", "Europe/London", "Europe/Madrid",
        "Europe/Moscow", "Europe/Paris", "Europe/Stockholm", "Europe/Warsaw", "Pacific/Auckland", "Pacific/Honolulu",
    ];

    public static ZecZone? FindZone(string? zoneId) => Zones.FirstOrDefault(zone => zone.ZoneId == zoneId);

    /// <summary>A size without a GPU, by its name.</summary>
    public static ZecInstanceType? FindInstanceType(string? zoneId, string? instanceType)
        => Find(InstanceTypes.Concat(AcceleratorTypes.Select(one => one.Type)), zoneId, instanceType);

    /// <summary>A size with a GPU, by its name.</summary>
    public static ZecInstanceType? FindGpuType(string? zoneId, string? instanceType) => Find(GpuTypes.Select(one => one.Type), zoneId, instanceType);

    private static ZecInstanceType? Find(IEnumerable<ZecInstanceType> types, string? zoneId, string? instanceType)
        => types.FirstOrDefault(type => type.ZoneId == zoneId && type.InstanceType == instanceType);

    private static ZecResourceGroup Group(string name) => new() { ResourceGroupId = $"rg-{name}", ResourceGroupName = name };

    private static ZecZone Zone(
        string id, string name, string timeZone, (string Name, string Code) city, (string Name, string Code) country) => new()
        {
            ZoneId = id,
            ZoneName = name,
            RegionId = id.TrimEnd('a'),
            CityName = city.Name,
            CityCode = city.Code,
            CountryName = country.Name,
            CountryCode = country.Code,
            TimeZone = timeZone,
            SupportSecurityGroup = true,
            SupportHaVip = true,
        };

    private static ZecInstanceType InstanceType(string zoneId, string type, int cpu, int memoryGiB, bool withStock) => new()
    {
        ZoneId = zoneId,
        InstanceType = type,
        InstanceTypeName = $"Standard {cpu}C{memoryGiB}G",
        CpuCount = cpu,
        MemoryGiB = memoryGiB,
        BitsPerSecond = cpu * 2_000_000_000L,
        PacketsPerSecond = cpu * 250_000L,
        InternetMaxBandwidthOutMbps = cpu * 500,
        WithStock = withStock,
        InternetChargeTypes = InternetChargeTypes,
    };

    private static ZecInstanceType GpuType(string zoneId, int gpus) => new()
    {
        ZoneId = zoneId,
        InstanceType = $"g1a.gpu.{gpus}",
        InstanceTypeName = $"GPU {gpus * 8}C{gpus * 32}G",
        CpuCount = gpus * 8,
        MemoryGiB = gpus * 32,
        GpuCount = gpus,
        BitsPerSecond = gpus * 8_000_000_000L,
        PacketsPerSecond = gpus * 1_000_000L,
    };

    private static ZecInstanceType AcceleratorType(string zoneId, int accelerators) => new()
    {
        ZoneId = zoneId,
        InstanceType = $"v1a.vpu.{accelerators}",
        InstanceTypeName = $"VPU {accelerators * 4}C{accelerators * 8}G",
        CpuCount = accelerators * 4,
        MemoryGiB = accelerators * 8,
        AcceleratorType = "VPU",
        AcceleratorCount = accelerators,
        BitsPerSecond = accelerators * 4_000_000_000L,
        PacketsPerSecond = accelerators * 500_000L,
    };

    private static ZecImage Image(string id, string name, string category, string osType, int minDiskSizeGiB, bool isCustom = false) => new()
    {
        ImageId = id,
        ImageName = name,
        ImageType = isCustom ? "CUSTOM_IMAGE" : "PUBLIC_IMAGE",
        ImageSource = isCustom ? "CUSTOM" : "OFFICIAL",
        ImageSize = $"{minDiskSizeGiB}",
        MinDiskSizeGiB = minDiskSizeGiB,
        ImageDescription = isCustom ? "Made from web-1" : null,
        ImageVersion = "1.0",
        ImageStatus = "AVAILABLE",
        NicNetworkTypes = osType == Windows ? ["Auto", "VirtioOnly"] : NicNetworkTypes,
        Category = category,
        OsType = osType,
        Tags = isCustom ? new() { ["role"] = "web" } : [],
    };
}
