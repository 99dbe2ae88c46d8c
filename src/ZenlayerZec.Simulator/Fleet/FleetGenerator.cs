using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>Makes up instances as an account of several teams has them; the same seed, the same instances.</summary>
internal sealed class FleetGenerator(SimulatorOptions options, DateTimeOffset now)
{
    /// <summary>The API's times have whole seconds.</summary>
    private readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());

    /// <summary>Of so many instances in a row, <see cref="StoppedOfCycle"/> are stopped, spread evenly.</summary>
    private const int Cycle = 25;
    private const int StoppedOfCycle = 12;

    /// <summary>Of so many instances in a row, the last has a GPU.</summary>
    private const int GpuCycle = 40;

    /// <summary>The placement group that the first databases of the first zone are in.</summary>
    public const string PlacementGroupId = "pg-db";

    /// <summary>So many instances are in it.</summary>
    public const int PlacedCount = 3;

    /// <summary>So many subnets, spread over the regions.</summary>
    public const int SubnetCount = 7;

    /// <summary>What instances are for; each has a security group of its own.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["web", "api", "db", "cache", "build", "edge"];

    private static readonly string[] Environments = ["dev", "test", "prod"];
    private static readonly string[] Owners = ["ana", "bo", "chen", "dora"];

    private readonly Random _random = new(options.Seed);
    private int _placed;

    public IEnumerable<ZecInstance> Generate() => Enumerable.Range(0, options.InstanceCount).Select(Make);

    public static string SubnetId(int number) => $"subnet-{number}";

    /// <summary>The first zone of a subnet's region: subnet-1 is in that of the first zone.</summary>
    public static ZecZone SubnetZone(int number) => Catalogue.Zones[(number + Catalogue.Zones.Count - 1) % Catalogue.Zones.Count];

    private static string Subnet(ZecZone zone, int index)
    {
        int[] fitting = [.. Enumerable.Range(0, SubnetCount).Where(number => SubnetZone(number) == zone)];
        return SubnetId(fitting[index % fitting.Length]);
    }

    private ZecInstance Make(int index)
    {
        var role = Pick(Roles);
        var size = Pick(Catalogue.Sizes);
        var image = Pick(Catalogue.Images, Catalogue.ImagesInUse);
        var group = Pick(Catalogue.ResourceGroups);
        var created = _now.AddMinutes(-1 - Next(2 * 365 * 24 * 60));
        var zone = Pick(Catalogue.Zones);

        // The service gives no instance type for an instance with a GPU.
        var hasGpu = index % GpuCycle == GpuCycle - 1;
        var isTagged = index % 10 != 9;
        var instance = new ZecInstance
        {
            InstanceId = Numbering.InstanceId(options.Seed, index),
            InstanceName = $"{role}-{index + 1}",
            ZoneId = zone.ZoneId,
            InstanceType = hasGpu ? null : size.Type,
            Cpu = size.Cpu,
            MemoryGiB = size.MemoryGiB,
            ImageId = image.ImageId,
            ImageName = image.ImageName,
            TimeZone = "Etc/UTC",
            NicNetworkType = "Auto",
            Status = index * StoppedOfCycle % Cycle < StoppedOfCycle ? InstanceStatus.Stopped : InstanceStatus.Running,
            SystemDisk = new ZecSystemDisk { DiskId = Numbering.DiskId(index, isSystem: true), SizeGiB = 40, DiskCategory = "Standard NVMe SSD", BurstingEnabled = false },
            DataDisks =
            [
                .. Enumerable.Range(0, options.DataDiskCount).Select(number => new ZecDataDisk
                {
                    DiskId = Numbering.DataDiskId(index, number),
                    DiskName = number == 0 ? $"{role}-data" : $"{role}-data-{number + 1}",
                    SizeGiB = 100,
                    Portable = true,
                    DiskCategory = "Basic NVMe SSD",
                }),
            ],
            PublicIpAddresses = [.. Enumerable.Range(0, options.EipCount).Select(number => Numbering.PublicIp(index, number))],
            PrivateIpAddresses = [Numbering.PrivateIp(index)],
            KeyId = index % 3 == 0 || image.OsType == Catalogue.Windows ? null : "key-admins",
            SubnetId = Subnet(zone, index),
            SecurityGroupId = $"sg-{role}",
            EnableAgent = true,
            EnableAgentMonitor = index % 2 == 0,
            EnableIpForward = false,
            CreateTime = created,
            ExpiredTime = null,
            ResourceGroupId = group.ResourceGroupId,
            ResourceGroupName = group.ResourceGroupName,
            Tags = isTagged ? new() { ["env"] = Pick(Environments), ["role"] = role, ["owner"] = Pick(Owners) } : [],
            LoadBalancerIds = role == "web" ? ["lb-front"] : [],
            PlacementGroupId = role == "db" && zone == Catalogue.Zones[0] && _placed++ < PlacedCount ? PlacementGroupId : null,
            InstanceOptions = new ZecInstanceOptions { NestedVirtualization = false },
        };
        instance.Nics = [PrimaryInterface.Of(instance, index, $"{role}-primary")];
        return instance;
    }

    private T Pick<T>(IReadOnlyList<T> choices, int? ofTheFirst = null) => choices[Next(ofTheFirst ?? choices.Count)];

    // A fleet has to be the same each time, not hard to guess.
#pragma warning disable CA5394
    private int Next(int bound) => _random.Next(bound);
#pragma warning restore CA5394
}
