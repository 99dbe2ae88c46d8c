using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>What makes the service refuse an order of instances, as CreateZecInstances' page documents its parameters.</summary>
internal static class OrderCheck
{
    /// <summary>Why an order is refused; null where it is not.</summary>
    public static ServiceRefusal? Refuse(CreateZecInstancesRequest request)
        => Missing(request)
            ?? Count(request.InstanceCount)
            ?? Choice(request)
            ?? Login(request)
            ?? Name(request.InstanceName)
            ?? Refusals.TimeZone(request.TimeZone)
            ?? Disks(request)
            ?? Network(request)
            ?? Tags(request.Tags);

    private static ServiceRefusal? Missing(CreateZecInstancesRequest request)
        => new (string Name, string? Value)[]
            {
                ("zoneId", request.ZoneId),
                ("imageId", request.ImageId),
                ("instanceType", request.InstanceType),
                ("subnetId", request.SubnetId),
            }.FirstOrDefault(parameter => string.IsNullOrEmpty(parameter.Value)).Name is { } missing
            ? Refusals.Missing(missing)
            : null;

    // Required by the documentation, which has a default for it all the same, and leaves it out in its examples.
    private static ServiceRefusal? Count(int? count) => count switch
    {
        < 1 => Refusals.TooSmall("instanceCount starts at 1."),
        > CreateZecInstancesRequest.MaximumInstanceCount => Refusals.TooLarge("instanceCount may be 100."),
        _ => null,
    };

    private static ServiceRefusal? Choice(CreateZecInstancesRequest request)
    {
        if (Catalogue.FindZone(request.ZoneId) is null)
        {
            return Refusals.NoZone(request.ZoneId!);
        }

        if (Catalogue.FindImage(request.ImageId) is not { } image)
        {
            return Refusals.NoImage(request.ImageId!);
        }

        if (request.NicNetworkType is { } mode && !image.NicNetworkTypes.Contains(mode))
        {
            return Refusals.Value($"The image {image.ImageId} has no network interface mode {mode}.");
        }

        if (request.ResourceGroupId is { } group && Catalogue.ResourceGroups.All(known => known.ResourceGroupId != group))
        {
            return new ServiceRefusal(404, "OPERATION_FAILED_RESOURCE_GROUP_NOT_FOUND", $"The resource group {group} was not found.");
        }

        return Catalogue.FindInstanceType(request.ZoneId, request.InstanceType) switch
        {
            null => Refusals.Value($"The zone {request.ZoneId} has no instance type {request.InstanceType}."),
            { WithStock: false } => new ServiceRefusal(
                400, "RESOURCE_INSUFFICIENT_PRODUCT_SOLD_OUT", $"The instance type {request.InstanceType} is sold out in {request.ZoneId}."),
            _ => null,
        };
    }

    private static ServiceRefusal? Login(CreateZecInstancesRequest request)
        => Refusals.Login(request.Password, request.KeyId)
            ?? ((request.Password ?? request.KeyId) is not null && Catalogue.FindImage(request.ImageId)!.OsType == Catalogue.Windows
                ? Refusals.Value("Windows images take neither a password nor a keyId.")
                : null);

    private static ServiceRefusal? Name(string? pattern)
    {
        if (pattern is null)
        {
            return null;
        }

        var name = NamePattern.Name(pattern, 0);
        return Refusals.InstanceName(name, 2, 63)
            ?? (name[0] is '-' or '.'
                ? new ServiceRefusal(400, "INVALID_PARAMETER_PATTERN_ERROR", "instanceName starts with a letter or a digit.")
                : null);
    }

    private static ServiceRefusal? Disks(CreateZecInstancesRequest request)
    {
        IReadOnlyList<ZecDataDisk> data = request.DataDisks ?? [];
        var categories = data.Select(disk => disk.DiskCategory).Append(request.SystemDisk?.DiskCategory).OfType<string>();
        var least = Catalogue.FindImage(request.ImageId)!.MinDiskSizeGiB;
        if (categories.FirstOrDefault(category => !Catalogue.DiskCategories.Contains(category)) is { } unknown)
        {
            return Refusals.Value($"There is no disk category {unknown}.");
        }

        if (request.SystemDisk?.SizeGiB < least)
        {
            return Refusals.TooSmall($"The image needs a boot disk of {least} GiB.");
        }

        return data.Any(disk => disk.SizeGiB is not > 0)
            ? Refusals.Missing("dataDisks.diskSize")
            : Refusals.TooMany("dataDisks", data.Sum(disk => disk.DiskAmount ?? 1), 1);
    }

    private static ServiceRefusal? Network(CreateZecInstancesRequest request)
    {
        if (request.InternetChargeType is { } type && !Catalogue.InternetChargeTypes.Contains(type))
        {
            return Refusals.Value($"There is no internetChargeType {type}.");
        }

        if (request is { InternetChargeType: "BandwidthCluster", ClusterId: null })
        {
            return Refusals.Missing("clusterId");
        }

        return request.EipIds is { Count: > 0 } eips && eips.Count != (request.InstanceCount ?? 1)
            ? Refusals.Value("eipIds has to have one elastic IP for each instance.")
            : null;
    }

    private static ServiceRefusal? Tags(Dictionary<string, string>? tags)
        => (tags ?? []).SelectMany(tag => new[] { Refusals.Length("tags.key", tag.Key, 1, 64), Refusals.Length("tags.value", tag.Value, 1, 64) })
            .FirstOrDefault(refusal => refusal is not null);
}
