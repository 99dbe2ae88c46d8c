using System.Text.Json.Nodes;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Kinds.Images;

/// <summary>Images that the account's people made.</summary>
internal static class CustomImageKind
{
    public const string Custom = "CUSTOM_IMAGE";

    /// <summary>The regions that an image is being copied to, which only the progress of the copies shows.</summary>
    public const string CopiedTo = "copiedTo";

    /// <summary>When that began.</summary>
    public const string CopyStart = "copyStart";

    private const string Regions = "regionIdList";

    public static SimulatedKind Kind { get; } = new("Image", "DescribeCustomImages", "imageId")
    {
        NameField = "imageName",
        StatusField = "imageStatus",
        NotFoundCode = "INVALID_IMAGE_NOT_FOUND",
        StatusCode = "UNSUPPORTED_OPERATION_IMAGE_STATUS",
        Hidden = [CopiedTo, CopyStart],
        Filters = new Dictionary<string, RowFilter>
        {
            ["regionId"] = (row, wanted) => RegionsOf(row).Contains(wanted.GetString()),
        },
    };

    /// <summary>The regions that have a copy of an image.</summary>
    public static IReadOnlyList<string> RegionsOf(SimulatedRow image) => Texts(image, Regions);

    /// <summary>The regions that an image is being copied to.</summary>
    public static IReadOnlyList<string> CopiesOf(SimulatedRow image) => Texts(image, CopiedTo);

    /// <summary>Says which regions have a copy of an image.</summary>
    public static void Put(SimulatedRow image, IEnumerable<string> regionIds) => image[Regions] = InstanceRows.Texts(regionIds);

    /// <summary>Adds those of the catalogue; every region has them.</summary>
    public static void Add(Estate estate)
    {
        foreach (var image in Catalogue.Images.Where(image => image.ImageType == Custom))
        {
            estate[Kind].Add(Make(image, Catalogue.Zones.Select(zone => zone.RegionId!), Groups.Find(null)!));
        }
    }

    /// <summary>Makes an image.</summary>
    /// <param name="image">What it is.</param>
    /// <param name="regionIds">The regions that have it.</param>
    /// <param name="group">Its resource group.</param>
    public static SimulatedRow Make(ZecImage image, IEnumerable<string> regionIds, ZecResourceGroup group) => new(Kind, new JsonObject
    {
        [Regions] = InstanceRows.Texts(regionIds),
        ["resourceGroupId"] = group.ResourceGroupId,
        ["resourceGroupName"] = group.ResourceGroupName,
        ["imageId"] = image.ImageId,
        ["imageName"] = image.ImageName,
        ["imageType"] = image.ImageType,
        ["imageSource"] = image.ImageSource,
        ["imageSize"] = image.ImageSize,
        ["minDiskSize"] = image.MinDiskSizeGiB,
        ["imageDescription"] = image.ImageDescription,
        ["imageVersion"] = image.ImageVersion,
        ["imageStatus"] = image.ImageStatus,
        ["nicNetworkType"] = InstanceRows.Texts(image.NicNetworkTypes),
        ["category"] = image.Category,
        ["osType"] = image.OsType,
        ["tags"] = TagNodes.Of(image.Tags.Select(tag => new KeyValuePair<string, string?>(tag.Key, tag.Value))),
    });

    /// <summary>An image as the list of a zone has it.</summary>
    public static ZecImage Read(SimulatedRow row) => new()
    {
        ImageId = row.Id,
        ImageName = row.Text("imageName"),
        ImageType = row.Text("imageType"),
        ImageSource = row.Text("imageSource"),
        ImageSize = row.Text("imageSize"),
        MinDiskSizeGiB = row.Whole("minDiskSize"),
        ImageDescription = row.Text("imageDescription"),
        ImageVersion = row.Text("imageVersion"),
        ImageStatus = row.Status,
        NicNetworkTypes = Texts(row, "nicNetworkType"),
        Category = row.Text("category"),
        OsType = row.Text("osType"),
        Tags = row.Tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
    };

    private static string[] Texts(SimulatedRow row, string member) => [.. (row[member] as JsonArray ?? []).Select(text => text!.GetValue<string>())];
}
