using System.Globalization;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>Makes up instances as an account of several teams has them; the same seed, the same instances.</summary>
internal sealed class FleetGenerator(int seed, DateTimeOffset now)
{
    /// <summary>The API's times have whole seconds.</summary>
    private readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());

    /// <summary>Of so many instances in a row, <see cref="StoppedOfCycle"/> are stopped, spread evenly.</summary>
    private const int Cycle = 25;
    private const int StoppedOfCycle = 12;

    /// <summary>IDs of the service are numbers of nineteen digits.</summary>
    private const long FirstId = 1_394_000_000_000_000_000;

    private static readonly string[] Roles = ["web", "api", "db", "cache", "build", "edge"];
    private static readonly string[] Environments = ["dev", "test", "prod"];
    private static readonly string[] Owners = ["ana", "bo", "chen", "dora"];
    private static readonly string[] Zones = ["asia-east-1a", "asia-southeast-1a", "eu-west-1a", "na-west-1a", "sa-east-1a"];
    private static readonly string[] Groups = ["default", "platform", "research"];
    private static readonly (string Type, int Cpu, int Memory)[] Sizes =
        [("z2a.cpu.1", 1, 2), ("z2a.cpu.2", 2, 4), ("z2a.cpu.4", 4, 8), ("z2a.cpu.8", 8, 16)];
    private static readonly (string Id, string Name)[] Images =
        [("img-ubuntu-24", "Ubuntu Server 24.04 LTS"), ("img-debian-12", "Debian 12"), ("img-windows-2022", "Windows Server 2022")];

    private readonly Random _random = new(seed);

    public IEnumerable<ZecInstance> Generate(int count) => Enumerable.Range(0, count).Select(Make);

    private ZecInstance Make(int index)
    {
        var id = (FirstId + (seed * 10_000_000L) + (index * 7L)).ToString(CultureInfo.InvariantCulture);
        var role = Pick(Roles);
        var size = Pick(Sizes);
        var image = Pick(Images);
        var group = Pick(Groups);
        var created = _now.AddMinutes(-1 - Next(2 * 365 * 24 * 60));
        var publicIp = $"203.0.{index / 250 % 250}.{(index % 250) + 1}";
        var privateIp = $"10.{index / 62_500 % 250}.{index / 250 % 250}.{(index % 250) + 1}";
        var isTagged = index % 10 != 9;
        return new ZecInstance
        {
            InstanceId = id,
            InstanceName = $"{role}-{index + 1}",
            ZoneId = Pick(Zones),
            InstanceType = size.Type,
            Cpu = size.Cpu,
            MemoryGiB = size.Memory,
            ImageId = image.Id,
            ImageName = image.Name,
            TimeZone = "Etc/UTC",
            NicNetworkType = "Auto",
            Status = index * StoppedOfCycle % Cycle < StoppedOfCycle ? InstanceStatus.Stopped : InstanceStatus.Running,
            SystemDisk = new ZecSystemDisk { DiskId = $"disk-s{index}", SizeGiB = 40, DiskCategory = "Standard NVMe SSD", BurstingEnabled = false },
            DataDisks =
            [
                new ZecDataDisk
                {
                    DiskId = $"disk-d{index}", DiskName = $"{role}-data", SizeGiB = 100, Portable = true, DiskCategory = "Basic NVMe SSD",
                },
            ],
            PublicIpAddresses = [publicIp],
            PrivateIpAddresses = [privateIp],
            KeyId = index % 3 == 0 ? null : "key-admins",
            SubnetId = $"subnet-{index % 7}",
            SecurityGroupId = $"sg-{role}",
            EnableAgent = true,
            EnableAgentMonitor = index % 2 == 0,
            EnableIpForward = false,
            CreateTime = created,
            ExpiredTime = null,
            ResourceGroupId = $"rg-{group}",
            ResourceGroupName = group,
            Nics = [Nic(index, role, id, publicIp, privateIp, created)],
            Tags = isTagged ? new() { ["env"] = Pick(Environments), ["role"] = role, ["owner"] = Pick(Owners) } : [],
            LoadBalancerIds = role == "web" ? ["lb-front"] : [],
            PlacementGroupId = null,
            InstanceOptions = new ZecInstanceOptions { NestedVirtualization = false },
        };
    }

    private static ZecNetworkInterface Nic(int index, string role, string instanceId, string publicIp, string privateIp, DateTimeOffset created) => new()
    {
        NicId = $"nic-{index}",
        Name = $"{role}-primary",
        Status = "USED",
        NicType = "Primary",
        RegionId = "asia-east-1",
        NicSubnetType = "IPv4",
        PublicIpList = [publicIp],
        PrivateIpList = [privateIp],
        PrimaryIpv4 = privateIp,
        SecondaryIpv4s = [],
        MacAddress = $"02:00:00:{index >> 16 & 0xff:x2}:{index >> 8 & 0xff:x2}:{index & 0xff:x2}",
        AttachedInstanceId = instanceId,
        VpcId = "vpc-main",
        SubnetId = $"subnet-{index % 7}",
        CreateTime = created,
        UpdateTime = created,
        ResourceGroup = new ZecResourceGroup { ResourceGroupId = "rg-default", ResourceGroupName = "default" },
        SecurityGroupId = $"sg-{role}",
    };

    private T Pick<T>(T[] choices) => choices[Next(choices.Length)];

    // A fleet has to be the same each time, not hard to guess.
#pragma warning disable CA5394
    private int Next(int bound) => _random.Next(bound);
#pragma warning restore CA5394
}
