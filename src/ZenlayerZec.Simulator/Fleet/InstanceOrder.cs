using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Images;
using ZenlayerZec.Simulator.Kinds.Network;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>Makes the instances that an order asks for; the order has been checked.</summary>
internal sealed class InstanceOrder(JsonElement request, SimulatedAccount account)
{
    /// <summary>Makes one of them.</summary>
    /// <param name="number">Which of the order, from 0.</param>
    public ZecInstance Make(int number)
    {
        var (index, id) = account.Fleet.TakeNumber();
        var image = OfferedImages.Find(account, request.Text("zoneId"), request.Text("imageId"))!;
        var plain = Catalogue.FindInstanceType(request.Text("zoneId"), request.Text("instanceType"));
        var type = plain ?? Catalogue.FindGpuType(request.Text("zoneId"), request.Text("instanceType"))!;
        var group = Catalogue.ResourceGroups.First(known => request.Text("resourceGroupId") is not { } wanted || known.ResourceGroupId == wanted);
        var system = request.Part("systemDisk");
        var name = NamePattern.Name(request.Text("instanceName") ?? "instance", number);
        var instance = new ZecInstance
        {
            InstanceId = id,
            InstanceName = name,
            ZoneId = request.Text("zoneId"),
            InstanceType = plain?.InstanceType, // The service gives none for an instance with a GPU.
            Cpu = type.CpuCount,
            MemoryGiB = type.MemoryGiB,
            ImageId = image.ImageId,
            ImageName = image.ImageName,
            TimeZone = request.Text("timeZone") ?? Catalogue.DefaultTimeZone,
            NicNetworkType = request.Text("nicNetworkType") ?? Catalogue.NicNetworkTypes[0],
            SystemDisk = new ZecSystemDisk
            {
                DiskId = Numbering.DiskId(index, isSystem: true),
                SizeGiB = system?.Whole("diskSize") ?? image.MinDiskSizeGiB,
                DiskCategory = system?.Text("diskCategory") ?? Catalogue.DiskCategories[0],
                BurstingEnabled = system?.Flag("burstingEnabled") ?? false,
            },
            DataDisks = [.. request.Parts("dataDisks").Select(disk => DataDisk(disk, index, name))],
            PublicIpAddresses = HasPublicIp ? [OwnIp(number) ?? Numbering.PublicIp(index)] : [],
            PrivateIpAddresses = [PrivateIp(number, index)],
            KeyId = request.Text("keyId"),
            SubnetId = request.Text("subnetId"),
            SecurityGroupId = request.Text("securityGroupId") ?? "sg-default",
            EnableAgent = request.Flag("enableAgent") ?? true,
            EnableAgentMonitor = false,
            EnableIpForward = request.Flag("enableIpForward") ?? false,
            CreateTime = DateTimeOffset.FromUnixTimeSeconds(account.Fleet.Now.ToUnixTimeSeconds()),
            ResourceGroupId = group.ResourceGroupId,
            ResourceGroupName = group.ResourceGroupName,
            Tags = (request.Part("tags")?.Pairs("tags") ?? []).ToDictionary(tag => tag.Key, tag => tag.Value ?? string.Empty, StringComparer.Ordinal),
            InstanceOptions = new ZecInstanceOptions { NestedVirtualization = request.Part("instanceOptions")?.Flag("nestedVirtualization") ?? false },
        };
        instance.Nics = [PrimaryInterface.Of(instance, index, $"{name}-primary")];
        return instance;
    }

    private bool HasPublicIp => request.Text("internetChargeType") is not null || request.Texts("eipIds").Count > 0;

    /// <summary>The address of the elastic IP that the order names for an instance; null where there is none that nobody uses.</summary>
    private string? OwnIp(int number)
        => request.Texts("eipIds") is { Count: > 0 } ids && account[NetworkKinds.Eip].Find(ids[number]) is { Status: "UNBIND" } eip
            ? NetworkKinds.Addresses(eip).FirstOrDefault()
            : null;

    private static ZecDataDisk DataDisk(JsonElement wanted, int index, string name) => new()
    {
        DiskId = Numbering.DiskId(index, isSystem: false),
        DiskName = $"{name}-data",
        SizeGiB = wanted.Whole("diskSize"),
        Portable = true,
        BurstingEnabled = wanted.Flag("burstingEnabled") ?? false,
        DiskCategory = wanted.Text("diskCategory") ?? Catalogue.DiskCategories[0],
    };

    /// <summary>The address that was asked for goes to the first instance, if nobody has it.</summary>
    private string PrivateIp(int number, int index)
        => number == 0
            && request.Text("lanIp") is { } wanted
            && !account.Fleet.Instances.Any(instance => instance.Instance.PrivateIpAddresses.Contains(wanted))
            ? wanted
            : Numbering.PrivateIp(index);
}
