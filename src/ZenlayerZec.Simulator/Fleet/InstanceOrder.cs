using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>Makes the instances that an order asks for; the order has been checked.</summary>
internal sealed class InstanceOrder(CreateZecInstancesRequest request, SimulatedFleet fleet)
{
    /// <summary>Makes one of them.</summary>
    /// <param name="number">Which of the order, from 0.</param>
    public ZecInstance Make(int number)
    {
        var (index, id) = fleet.TakeNumber();
        var image = Catalogue.FindImage(request.ImageId)!;
        var type = Catalogue.FindInstanceType(request.ZoneId, request.InstanceType)!;
        var group = Catalogue.ResourceGroups.First(known => request.ResourceGroupId is not { } wanted || known.ResourceGroupId == wanted);
        var name = NamePattern.Name(request.InstanceName ?? "instance", number);
        var instance = new ZecInstance
        {
            InstanceId = id,
            InstanceName = name,
            ZoneId = request.ZoneId,
            InstanceType = type.InstanceType,
            Cpu = type.CpuCount,
            MemoryGiB = type.MemoryGiB,
            ImageId = image.ImageId,
            ImageName = image.ImageName,
            TimeZone = request.TimeZone ?? Catalogue.DefaultTimeZone,
            NicNetworkType = request.NicNetworkType ?? Catalogue.NicNetworkTypes[0],
            SystemDisk = new ZecSystemDisk
            {
                DiskId = $"disk-s{index}",
                SizeGiB = request.SystemDisk?.SizeGiB ?? image.MinDiskSizeGiB,
                DiskCategory = request.SystemDisk?.DiskCategory ?? Catalogue.DiskCategories[0],
                BurstingEnabled = request.SystemDisk?.BurstingEnabled ?? false,
            },
            DataDisks = [.. (request.DataDisks ?? []).Select(disk => DataDisk(disk, index, name))],
            PublicIpAddresses = HasPublicIp ? [Numbering.PublicIp(index)] : [],
            PrivateIpAddresses = [PrivateIp(number, index)],
            KeyId = request.KeyId,
            SubnetId = request.SubnetId,
            SecurityGroupId = request.SecurityGroupId ?? "sg-default",
            EnableAgent = request.EnableAgent ?? true,
            EnableAgentMonitor = false,
            EnableIpForward = request.EnableIpForward ?? false,
            CreateTime = DateTimeOffset.FromUnixTimeSeconds(fleet.Now.ToUnixTimeSeconds()),
            ResourceGroupId = group.ResourceGroupId,
            ResourceGroupName = group.ResourceGroupName,
            Tags = new(request.Tags ?? [], StringComparer.Ordinal),
            InstanceOptions = request.InstanceOptions ?? new ZecInstanceOptions { NestedVirtualization = false },
        };
        instance.Nics = [PrimaryInterface.Of(instance, index, $"{name}-primary")];
        return instance;
    }

    private bool HasPublicIp => request.InternetChargeType is not null || request.EipIds is { Count: > 0 };

    private static ZecDataDisk DataDisk(ZecDataDisk wanted, int index, string name) => new()
    {
        DiskId = $"disk-d{index}",
        DiskName = $"{name}-data",
        SizeGiB = wanted.SizeGiB,
        Portable = true,
        BurstingEnabled = wanted.BurstingEnabled ?? false,
        DiskCategory = wanted.DiskCategory ?? Catalogue.DiskCategories[0],
    };

    /// <summary>The address that was asked for goes to the first instance, if nobody has it.</summary>
    private string PrivateIp(int number, int index)
        => number == 0
            && request.LanIp is { } wanted
            && !fleet.Instances.Any(instance => instance.Instance.PrivateIpAddresses.Contains(wanted))
            ? wanted
            : Numbering.PrivateIp(index);
}
