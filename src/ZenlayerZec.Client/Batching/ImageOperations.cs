using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <content>What the description of the API does not say of itself: an image shows its regions, and a copy that is under way shows in its progress.</content>
internal static partial class ImageOperations
{
    private const string PublicImage = "PUBLIC_IMAGE";
    private const string OfTheService = "is an image of the service";

    /// <summary>CopyImage. It is never sent again: a copy that has begun would be begun twice.</summary>
    /// <param name="regionIds">Where the copies are to be.</param>
    public static WriteOperation Copy(IReadOnlyList<string> regionIds) => new(
        ZecActions.CopyImage.Name,
        ImageKind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.CopyImage, id => new CopyImageRequest { ImageId = id, RegionIdList = regionIds }),
        Settle.When<ZecImage>(image => image.ImageStatus, image => regionIds.All(region => IsIn(image, region) || image.CopiedTo.Contains(region, StringComparer.Ordinal))))
    {
        Options = OptionsOf(regionIds),
        BatchSize = 1,
        SettlingList = new CopiedImageList(),
        EndsAsItMayHaveBegun = true,
        SkipReason = WriteOperation.SkipIn(ImageKind.States, [.. ImageKind.States.WayOut, (ImageStatus.Failed, "could not be made")]),
        SkipThing = thing => thing is not ZecImage image ? null
            : image.ImageType == PublicImage ? OfTheService
            : regionIds.All(region => IsIn(image, region)) ? $"is already in {Named(regionIds)}" : null,
    };

    /// <summary>DeleteImageCopy. Where a copy was made again, a second request would delete that.</summary>
    /// <param name="regionIds">Where the copies are.</param>
    /// <param name="includeProtected">Whether what has a protected tag is not left alone.</param>
    public static WriteOperation RemoveCopy(IReadOnlyList<string> regionIds, bool includeProtected = false) => new(
        ZecActions.DeleteImageCopy.Name,
        ImageKind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.DeleteImageCopy, id => new DeleteImageCopyRequest { ImageId = id, RegionIds = regionIds }),
        Settle.When<ZecImage>(image => image.ImageStatus, image => image.RegionIds.Count > 0 && !regionIds.Any(region => IsIn(image, region))))
    {
        Options = OptionsOf(regionIds),
        BatchSize = 1,
        LooksFirst = true,
        SparesProtected = !includeProtected,
        EndsAsItMayHaveBegun = true,
        SkipReason = state => ImageKind.States.Same(state, ImageStatus.Available) ? null : "is not available, so that no copy of it can be deleted",
        SkipThing = thing => thing is ZecImage image ? ReasonToStay(image, regionIds) : null,
    };

    /// <summary>An image of a zone's list does not say its regions: then the service decides.</summary>
    private static string? ReasonToStay(ZecImage image, IReadOnlyList<string> regionIds)
        => image.ImageType == PublicImage ? OfTheService
            : image.RegionIds.Count == 0 ? null
            : !regionIds.Any(region => IsIn(image, region)) ? $"has no copy in {Named(regionIds)}"
            : image.RegionIds.All(region => regionIds.Contains(region, StringComparer.OrdinalIgnoreCase)) ? "would have no copy left, and one has to stay"
            : null;

    private static bool IsIn(ZecImage image, string regionId) => image.RegionIds.Contains(regionId, StringComparer.OrdinalIgnoreCase);

    private static string Named(IReadOnlyList<string> regionIds) => string.Join(", ", regionIds);

    private static string? OptionsOf(IReadOnlyList<string> regionIds) => WriteOptions.Of(("RegionId", string.Join(" ", regionIds)));
}
