using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Simulator.Fleet;

namespace ZenlayerZec.Tests.Estates;

/// <summary>Puts generated estates into simulated accounts, beside what is there already.</summary>
internal static class EstateRows
{
    private const string Created = "2025-10-01T00:00:00Z";
    private const string Expires = "2027-01-01T00:00:00Z";

    /// <summary>Adds an estate.</summary>
    /// <returns>The IDs of its instances, in order.</returns>
    public static IReadOnlyList<string> Add(this ZecSimulator simulator, GeneratedEstate estate)
    {
        var instances = estate.Instances.Select((instance, number) => Add(simulator, instance, number)).ToArray();
        foreach (var (disk, number) in estate.Disks.Select((disk, number) => (disk, number)))
        {
            AddDisk(simulator, $"disk-loose-{number}", disk, Catalogue.Zones[number], instanceId: null);
        }

        foreach (var (eip, number) in estate.Eips.Select((eip, number) => (eip, number)))
        {
            AddEip(simulator, $"eip-loose-{number}", eip, $"192.0.2.{number + 1}", Catalogue.Zones[number], nic: null);
        }

        return instances;
    }

    private static string Add(ZecSimulator simulator, GeneratedInstance made, int number)
    {
        var (id, zone) = ($"i-{number}", Catalogue.Zones[made.Zone]);
        var nic = Nic($"nic-{id}-0", "Primary", number, 0, zone);
        simulator.Add(Machine(id, made, number, zone, nic));
        AddSnapshots(simulator, $"disk-{id}-boot", made.BootDisk.Snapshots, zone);
        var nics = new List<ZecNic> { nic };
        for (var place = 1; place <= made.Secondaries.Length; place++)
        {
            nics.Add(Nic($"nic-{id}-{place}", "Secondary", number, place, zone));
            AddNic(simulator, nics[place], id, hasIPv6: made.Secondaries[place - 1]);
        }

        for (var place = 0; place < made.Disks.Length; place++)
        {
            AddDisk(simulator, $"disk-{id}-{place}", made.Disks[place], zone, id);
        }

        for (var place = 0; place < made.Eips.Length; place++)
        {
            var eip = made.Eips[place] with { IsDefault = place == 0 && made.Eips[place].IsDefault };
            AddEip(simulator, $"eip-{id}-{place}", eip, $"198.18.{number}.{place + 1}", zone, eip.IsAtSecondary && !eip.IsDefault ? nics[^1] : nic, id);
        }

        if (made.IsInBin)
        {
            simulator.SetStatus(id, InstanceStatus.Recycle);
        }

        return id;
    }

    private static ZecInstance Machine(string id, GeneratedInstance made, int number, ZecZone zone, ZecNic nic)
    {
        var hasGpu = made.Size == Catalogue.Sizes.Count;
        var size = Catalogue.Sizes[hasGpu ? 0 : made.Size];
        return new ZecInstance
        {
            InstanceId = id,
            InstanceName = $"generated-{number}",
            ZoneId = zone.ZoneId,
            InstanceType = hasGpu ? null : size.Type,
            Cpu = size.Cpu,
            MemoryGiB = size.MemoryGiB,
            ImageId = Catalogue.Images[0].ImageId,
            ImageName = Catalogue.Images[0].ImageName,
            Status = number % 2 == 0 ? InstanceStatus.Stopped : InstanceStatus.Running,
            SystemDisk = new ZecSystemDisk
            {
                DiskId = $"disk-{id}-boot",
                SizeGiB = made.BootDisk.SizeGiB,
                DiskCategory = Catalogue.DiskCategories[made.BootDisk.Category],
                BurstingEnabled = false,
            },
            PrivateIpAddresses = nic.PrivateIpAddresses,
            Nics = [nic],
            SubnetId = nic.SubnetId,
            SecurityGroupId = nic.SecurityGroupId,
            CreateTime = Time(Created),
            ExpiredTime = made.IsPrepaid ? Time(Expires) : null,
            ResourceGroupId = Catalogue.ResourceGroups[0].ResourceGroupId,
            ResourceGroupName = Catalogue.ResourceGroups[0].ResourceGroupName,
            LoadBalancerIds = made.IsBalanced ? ["lb-front"] : [],
        };
    }

    private static ZecNic Nic(string id, string type, int number, int place, ZecZone zone) => new()
    {
        NicId = id,
        Name = id,
        Status = "USED",
        Type = type,
        RegionId = zone.RegionId,
        IpStackType = "IPv4",
        PrivateIpAddresses = [$"10.200.{number}.{place + 1}"],
        PrimaryIPv4 = $"10.200.{number}.{place + 1}",
        SecondaryIPv4s = [],
        VpcId = "vpc-main",
        SubnetId = $"subnet-generated-{zone.RegionId}",
        SecurityGroupId = "sg-default",
        CreateTime = Time(Created),
    };

    private static void AddNic(ZecSimulator simulator, ZecNic nic, string instanceId, bool hasIPv6) => AddRow(simulator, "Nic", new
    {
        nicId = nic.NicId,
        name = nic.Name,
        status = nic.Status,
        nicType = nic.Type,
        regionId = nic.RegionId,
        nicSubnetType = hasIPv6 ? "IPv4_IPv6" : nic.IpStackType,
        publicIpList = Array.Empty<string>(),
        privateIpList = nic.PrivateIpAddresses,
        primaryIpv4 = nic.PrimaryIPv4,
        primaryIpv6 = hasIPv6 ? "2001:db8::1" : null,
        publicIpv6 = hasIPv6 ? new { ipv6CidrId = $"6-{nic.NicId}", internetChargeType = "ByBandwidth", bandwidth = 20 } : null,
        secondaryIpv4s = Array.Empty<string>(),
        vpcId = nic.VpcId,
        subnetId = nic.SubnetId,
        securityGroupId = nic.SecurityGroupId,
        createTime = Created,
        instanceId,
    });

    private static void AddDisk(ZecSimulator simulator, string id, GeneratedDisk made, ZecZone zone, string? instanceId)
    {
        AddRow(simulator, "Disk", new
        {
            diskId = id,
            diskName = id,
            regionId = zone.RegionId,
            zoneId = zone.ZoneId,
            diskType = "DATA",
            portable = made.IsPortable || instanceId is null,
            diskCategory = Catalogue.DiskCategories[made.Category],
            diskSize = made.SizeGiB,
            diskStatus = made.IsInBin ? "RECYCLED" : instanceId is null ? "AVAILABLE" : "IN_USE",
            instanceId,
            createTime = Created,
            expiredTime = made.IsPrepaid ? Expires : null,
            snapshotAbility = true,
        });
        AddSnapshots(simulator, id, made.Snapshots, zone);
    }

    private static void AddSnapshots(ZecSimulator simulator, string diskId, int count, ZecZone zone)
    {
        for (var number = 0; number < count; number++)
        {
            AddRow(simulator, "Snapshot", new
            {
                snapshotId = $"snapshot-{diskId}-{number}",
                snapshotName = $"{diskId}-{number}",
                zoneId = zone.ZoneId,
                status = "AVAILABLE",
                snapshotType = "Manual",
                diskId,
                createTime = Created,
                diskAbility = true,
            });
        }
    }

    private static void AddEip(ZecSimulator simulator, string id, GeneratedEip made, string address, ZecZone zone, ZecNic? nic, string? instanceId = null)
    {
        var charge = Catalogue.InternetChargeTypes[made.Charge];
        AddRow(simulator, "Eip", new
        {
            eipId = id,
            name = id,
            regionId = zone.RegionId,
            peerRegionId = made.IsRemote ? Catalogue.Zones.First(other => other.RegionId != zone.RegionId).RegionId : null,
            isDefault = made.IsDefault && nic is not null,
            status = made.IsInBin ? "RECYCLED" : nic is null ? "UNBIND" : "BINDED",
            publicIpAddresses = new[] { address },
            networkLineType = "PremiumBGP",
            internetChargeType = charge,
            bandwidth = made.Mbps,
            flowPackage = charge == "ByTrafficPackage" ? made.PackageTB : (decimal?)null,
            bandwidthCluster = charge == "BandwidthCluster" ? new { bandwidthClusterId = "cluster-1", bandwidthClusterName = "cluster-1" } : null,
            nicId = nic?.NicId,
            associatedId = nic?.NicId,
            associatedType = nic is null ? null : "NIC",
            privateIpAddress = nic?.PrimaryIPv4,
            instanceId,
            createTime = Created,
            expiredTime = made.IsPrepaid ? Expires : null,
        });
    }

    private static void AddRow(ZecSimulator simulator, string kind, object members)
        => Assert.True(simulator.AddRow(kind, JsonSerializer.Serialize(members)), $"There is a {kind} with the same ID already.");

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
