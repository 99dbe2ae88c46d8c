using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Images;

/// <summary>What can be done to the account's own images.</summary>
internal static class ImageActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new CreateImageAction(),
        new ImageCopyProgressAction(),
        new RowAction("DeleteImages", CustomImageKind.Kind, "imageIds")
        {
            FailedField = "imageIds",
            DoesTheRest = true,
            Deny = (_, image) => Unless(image, ImageState.Available, ImageState.Unavailable, ImageState.Failed),
            CarryOut = (call, image) => call.Begin(image, ImageState.Deleting, () => call.Account.Remove(image)),
        },
        new RowAction("ModifyImagesAttributes", CustomImageKind.Kind, "imageIds")
        {
            Deny = (_, image) => image.Status == ImageState.Deleting ? CustomImageKind.Kind.WrongStatus(image) : null,
            CarryOut = (call, image) => image["imageName"] = call.Body.Text("imageName"),
        },
        new RowAction("CopyImage", CustomImageKind.Kind, "imageId")
        {
            Deny = DenyCopying,
            CarryOut = Copy,
        },
        new RowAction("DeleteImageCopy", CustomImageKind.Kind, "imageId")
        {
            Deny = DenyDeletingCopies,
            CarryOut = (call, image) => CustomImageKind.Put(image, CustomImageKind.RegionsOf(image).Except(call.Body.Texts("regionIds"))),
        },
    ];

    private static ServiceRefusal? Unless(SimulatedRow image, params string[] states)
        => states.Contains(image.Status) ? null : CustomImageKind.Kind.WrongStatus(image);

    private static ServiceRefusal? DenyCopying(RowRequest call, SimulatedRow image)
    {
        var wanted = call.Body.Texts("regionIdList");
        if (wanted.FirstOrDefault(region => Catalogue.Zones.All(zone => zone.RegionId != region)) is { } unknown)
        {
            return FormRefusals.Value($"There is no region {unknown}.");
        }

        return Unless(image, ImageState.Available) ?? (wanted.Intersect(CustomImageKind.RegionsOf(image)).FirstOrDefault() is { } known
            ? FormRefusals.Value($"The image {image.Id} is in the region {known} already.")
            : null);
    }

    private static void Copy(RowRequest call, SimulatedRow image)
    {
        var fails = call.Account.FailsNext(call.Action);
        image[CustomImageKind.CopiedTo] = InstanceRows.Texts(call.Body.Texts("regionIdList").Distinct());
        image[CustomImageKind.CopyStart] = call.Account.Time.Now.ToUnixTimeMilliseconds();
        call.Begin(image, ImageState.Syncing, () =>
        {
            CustomImageKind.Put(image, CustomImageKind.RegionsOf(image).Concat(fails ? [] : CustomImageKind.CopiesOf(image)));
            image[CustomImageKind.CopiedTo] = null;
            image.Status = fails ? ImageState.Failed : ImageState.Available;
        });
    }

    private static ServiceRefusal? DenyDeletingCopies(RowRequest call, SimulatedRow image)
    {
        var (wanted, regions) = (call.Body.Texts("regionIds"), CustomImageKind.RegionsOf(image));
        return Unless(image, ImageState.Available)
            ?? (wanted.Except(regions).FirstOrDefault() is { } unknown ? FormRefusals.Value($"The image {image.Id} has no copy in the region {unknown}.")
                : regions.Except(wanted).Any() ? null
                : FormRefusals.Value($"The image {image.Id} has to stay in one region at least."));
    }
}
