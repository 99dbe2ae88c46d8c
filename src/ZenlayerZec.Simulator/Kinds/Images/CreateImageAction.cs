using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Images;

/// <summary>CreateImage: over CREATING, and IMAGING of its stopped instance, to AVAILABLE or FAILED.</summary>
internal sealed class CreateImageAction() : SimulatedAction("CreateImage")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var instanceId = request.Text("instanceId")!;
        if (account.Fleet.Find(instanceId) is not { } instance)
        {
            return Refusals.NoInstance(instanceId);
        }

        if (instance.Status != InstanceStatus.Stopped || account.Fleet.Refuses(instance))
        {
            return Refusals.NotStopped(instanceId);
        }

        if (Groups.Find(request.Text("resourceGroupId")) is not { } group)
        {
            return Refusals.NoResourceGroup(request.Text("resourceGroupId")!);
        }

        var image = CustomImageKind.Make(
            Image(request, account, instance.Instance), [Catalogue.FindZone(instance.Instance.ZoneId)!.RegionId!], group);
        account[CustomImageKind.Kind].Add(image);
        account.CarriedOut.Add(Name, image.Id);
        var fails = account.FailsNext(Name);
        account.Begin(Name, image, ImageState.Creating, () => image.Status = fails ? ImageState.Failed : ImageState.Available);
        account.Fleet.Begin(Name, instance, InstanceStatus.Imaging, account.TimeOf(Name), InstanceStatus.Stopped);
        response.WriteString("imageId", image.Id);
        response.WriteString("imageName", image.Text("imageName"));
        return null;
    }

    private static ZecImage Image(JsonElement request, SimulatedAccount account, ZecInstance instance)
    {
        var of = OfferedImages.Find(account, instance.ZoneId, instance.ImageId);
        return new ZecImage
        {
            ImageId = Numbering.ImageId(account.TakeNumber()),
            ImageName = request.Text("imageName"),
            ImageType = CustomImageKind.Custom,
            ImageSource = "CUSTOM",
            ImageSize = $"{instance.SystemDisk?.SizeGiB}",
            MinDiskSizeGiB = instance.SystemDisk?.SizeGiB,
            ImageDescription = $"Made from {instance.InstanceName}",
            NicNetworkTypes = of?.NicNetworkTypes ?? Catalogue.NicNetworkTypes,
            Category = of?.Category,
            OsType = of?.OsType,
            Tags = (request.Part("tags")?.Pairs("tags") ?? []).ToDictionary(tag => tag.Key, tag => tag.Value ?? string.Empty, StringComparer.Ordinal),
        };
    }
}
