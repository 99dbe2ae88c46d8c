using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Images;

/// <summary>The images that an instance can be made from: those of the service, and the account's own ones in its region.</summary>
internal static class OfferedImages
{
    /// <summary>The images of a zone.</summary>
    /// <param name="account">The account. What it has beside its instances is not made for this: before that, it has the images of the catalogue.</param>
    /// <param name="zoneId">The zone.</param>
    public static IEnumerable<ZecImage> In(SimulatedAccount account, string? zoneId)
    {
        var regionId = Catalogue.FindZone(zoneId)?.RegionId;
        return account.Estate.IsMade
            ? Catalogue.Images.Where(image => image.ImageType != CustomImageKind.Custom)
                .Concat(account[CustomImageKind.Kind].Rows.Where(row => CustomImageKind.RegionsOf(row).Contains(regionId)).Select(CustomImageKind.Read))
            : Catalogue.Images;
    }

    /// <summary>An image of a zone; null where it has no such image.</summary>
    /// <param name="account">The account.</param>
    /// <param name="zoneId">The zone.</param>
    /// <param name="imageId">The image.</param>
    public static ZecImage? Find(SimulatedAccount account, string? zoneId, string? imageId) => In(account, zoneId).FirstOrDefault(image => image.ImageId == imageId);

    /// <summary>Why no instance can be made from an image; null where one can.</summary>
    /// <param name="account">The account.</param>
    /// <param name="zoneId">The zone.</param>
    /// <param name="imageId">The image.</param>
    public static ServiceRefusal? Refuse(SimulatedAccount account, string? zoneId, string imageId) => Find(account, zoneId, imageId) switch
    {
        null => Refusals.NoImage(imageId),
        { ImageStatus: ImageState.Available } => null,
        var image => new ServiceRefusal(400, CustomImageKind.Kind.StatusCode, $"The image {imageId} is {image.ImageStatus}."),
    };
}
