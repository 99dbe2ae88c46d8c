using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Completion;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Bases;

/// <summary>What the parameters of New-ZecInstance ask for, as the API takes it.</summary>
internal static class OrderRequest
{
    /// <summary>The order of a command's parameters; what is not given is not in it.</summary>
    public static CreateZecInstancesRequest Of(NewZecInstanceCommand command) => new()
    {
        ZoneId = command.ZoneId,
        InstanceType = command.InstanceType,
        ImageId = command.ImageId,
        SubnetId = command.SubnetId,
        InstanceName = command.Name,
        InstanceCount = command.Count,
        Password = command.Password is null ? null : SecretText.Of(command.Password),
        KeyId = command.KeyId,
        SystemDisk = command.SystemDiskSizeGiB is null && command.SystemDiskCategory is null && !command.SystemDiskBursting ? null : new ZecSystemDisk
        {
            SizeGiB = command.SystemDiskSizeGiB,
            DiskCategory = new DiskCategoryCompleter().Spelled(command.SystemDiskCategory),
            BurstingEnabled = command.SystemDiskBursting ? true : null,
        },
        DataDisks = command.DataDiskSizeGiB is null && command.DataDiskCategory is null && !command.DataDiskBursting ? null :
        [
            new ZecDataDisk
            {
                SizeGiB = command.DataDiskSizeGiB,
                DiskAmount = 1,
                DiskCategory = new DiskCategoryCompleter().Spelled(command.DataDiskCategory),
                BurstingEnabled = command.DataDiskBursting ? true : null,
            },
        ],
        SecurityGroupId = command.SecurityGroupId,
        LanIp = command.LanIp,
        InternetChargeType = new InternetChargeTypeCompleter().Spelled(command.InternetChargeType),
        Bandwidth = command.BandwidthMbps,
        TrafficPackageSize = command.TrafficPackageSizeTB,
        EipBindType = new EipBindTypeCompleter().Spelled(command.EipBindType),
        EipIds = command.EipId,
        IpStackType = new IpStackTypeCompleter().Spelled(command.IpStackType),
        NetworkLineType = new NetworkLineTypeCompleter().Spelled(command.NetworkLineType),
        ClusterId = command.ClusterId,
        Ipv6ClusterId = command.IPv6ClusterId,
        NicNetworkType = new NicNetworkTypeCompleter().Spelled(command.NicNetworkType),
        ResourceGroupId = command.ResourceGroupId,
        Tags = TagPairs.ToDictionary(command.Tag),
        TimeZone = command.TimeZone,
        UserData = command.UserData,
        EnableAgent = command.EnableAgent,
        EnableIpForward = command.EnableIpForward ? true : null,
        InstanceOptions = command.NestedVirtualization ? new ZecInstanceOptions { NestedVirtualization = true } : null,
        MarketingOptions = command.Marketing,
    };

    /// <summary>The reason why an order is not valid, as a sentence; null if it is valid. The service may still refuse it.</summary>
    public static string? Fault(CreateZecInstancesRequest order) => order.DataDisks?.Any(disk => disk.SizeGiB is null) == true
        ? "A data disk requires a size: -DataDiskSizeGiB."
        : OrderParts.Fault(order);
}
