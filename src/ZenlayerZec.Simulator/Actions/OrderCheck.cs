using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds.Images;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>What makes the service refuse an order of instances, as CreateZecInstances' page documents its parameters.</summary>
internal static class OrderCheck
{
    /// <summary>Why an order is refused; null where it is not.</summary>
    public static ServiceRefusal? Refuse(JsonElement request, SimulatedAccount account)
    {
        if (Catalogue.FindZone(request.Text("zoneId")) is null)
        {
            return Refusals.NoZone(request.Text("zoneId")!);
        }

        if (OfferedImages.Refuse(account, request.Text("zoneId"), request.Text("imageId")!) is { } refusal)
        {
            return refusal;
        }

        var image = OfferedImages.Find(account, request.Text("zoneId"), request.Text("imageId"))!;
        return Choice(request, image)
            ?? Login(request, image)
            ?? Name(request.Text("instanceName"))
            ?? Refusals.TimeZone(request.Text("timeZone"))
            ?? Disks(request, image)
            ?? Network(request);
    }

    private static ServiceRefusal? Choice(JsonElement request, ZecImage image)
    {
        if (request.Text("nicNetworkType") is { } mode && !image.NicNetworkTypes.Contains(mode))
        {
            return FormRefusals.Value($"The image {image.ImageId} has no network interface mode {mode}.");
        }

        if (request.Text("resourceGroupId") is { } group && Catalogue.ResourceGroups.All(known => known.ResourceGroupId != group))
        {
            return Refusals.NoResourceGroup(group);
        }

        var (zone, wanted) = (request.Text("zoneId"), request.Text("instanceType"));
        return (Catalogue.FindInstanceType(zone, wanted) ?? Catalogue.FindGpuType(zone, wanted)) switch
        {
            null => FormRefusals.Value($"The zone {request.Text("zoneId")} has no instance type {request.Text("instanceType")}."),
            { WithStock: false } type => Refusals.SoldOut(type.InstanceType, type.ZoneId),
            _ => null,
        };
    }

    private static ServiceRefusal? Login(JsonElement request, ZecImage image)
        => Refusals.Login(request.Text("password"), request.Text("keyId"))
            ?? ((request.Text("password") ?? request.Text("keyId")) is not null && image.OsType == Catalogue.Windows
                ? FormRefusals.Value("Windows images take neither a password nor a keyId.")
                : null);

    private static ServiceRefusal? Name(string? pattern)
    {
        if (pattern is null)
        {
            return null;
        }

        var name = NamePattern.Name(pattern, 0);
        return FormRefusals.Length("instanceName", name, 2, 63)
            ?? Refusals.InstanceName(name)
            ?? (name[0] is '-' or '.'
                ? new ServiceRefusal(400, "INVALID_PARAMETER_PATTERN_ERROR", "instanceName starts with a letter or a digit.")
                : null);
    }

    private static ServiceRefusal? Disks(JsonElement request, ZecImage image)
    {
        var (system, data) = (request.Part("systemDisk"), request.Parts("dataDisks"));
        var categories = data.Select(disk => disk.Text("diskCategory")).Append(system?.Text("diskCategory")).OfType<string>();
        var least = image.MinDiskSizeGiB;
        if (categories.FirstOrDefault(category => !Catalogue.DiskCategories.Contains(category)) is { } unknown)
        {
            return FormRefusals.Value($"There is no disk category {unknown}.");
        }

        return system?.Whole("diskSize") < least
            ? FormRefusals.TooSmall($"The image needs a boot disk of {least} GiB.")
            : FormRefusals.TooMany("dataDisks", data.Sum(disk => disk.Whole("diskAmount") ?? 1), 1);
    }

    private static ServiceRefusal? Network(JsonElement request)
    {
        if (request.Text("internetChargeType") == "BandwidthCluster" && request.Text("clusterId") is null)
        {
            return FormRefusals.Missing("clusterId");
        }

        return request.Texts("eipIds") is { Count: > 0 } eips && eips.Count != (request.Whole("instanceCount") ?? 1)
            ? FormRefusals.Value("eipIds has to have one elastic IP for each instance.")
            : null;
    }
}
