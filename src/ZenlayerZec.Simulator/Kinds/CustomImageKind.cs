using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Kinds;

/// <summary>Images that the account's people made.</summary>
internal static class CustomImageKind
{
    public static SimulatedKind Kind { get; } = new("CustomImage", "DescribeCustomImages", "imageId")
    {
        Words = "image",
        NameField = "imageName",
        StatusField = "imageStatus",
        NotFoundCode = "INVALID_IMAGE_NOT_FOUND",
        Filters = new Dictionary<string, RowFilter>
        {
            ["regionId"] = (row, wanted) => row["regionIdList"]!.AsArray().Any(region => region!.GetValue<string>() == wanted.GetString()),
        },
    };

    /// <summary>Adds those of the catalogue; every region has them.</summary>
    public static void Add(Estate estate)
    {
        foreach (var image in Catalogue.Images.Where(image => image.ImageType == "CUSTOM_IMAGE"))
        {
            estate[Kind].Add(new SimulatedRow(Kind, new JsonObject
            {
                ["regionIdList"] = InstanceRows.Texts(Catalogue.Zones.Select(zone => zone.RegionId!)),
                ["resourceGroupId"] = Groups.Find(null)!.ResourceGroupId,
                ["resourceGroupName"] = Groups.Find(null)!.ResourceGroupName,
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
            }));
        }
    }
}
