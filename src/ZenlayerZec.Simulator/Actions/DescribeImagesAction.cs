using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeImages: the catalogue's images that match, a page of them.</summary>
internal sealed class DescribeImagesAction() : PagedAction<DescribeImagesRequest, DescribeImagesResponse>(ZecActions.DescribeImages)
{
    protected override ServiceRefusal? Run(
        DescribeImagesRequest request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        if (Check(request) is { } refusal)
        {
            return refusal;
        }

        ZecImage[] rows = [.. Catalogue.Images.Where(image => Matches(request, image))];
        WritePage(
            response,
            rows,
            request.PageSize,
            request.PageNum,
            options,
            row => JsonSerializer.Serialize(response, row, ZecJsonContext.Default.ZecImage));
        return null;
    }

    private static ServiceRefusal? Check(DescribeImagesRequest request) => request.ZoneId switch
    {
        null or "" => Refusals.Missing("zoneId"),
        var zoneId when Catalogue.FindZone(zoneId) is null => Refusals.NoZone(zoneId),
        _ => CheckPage(request.PageSize, request.PageNum)
            ?? Refusals.TooMany("tagKeys", request.TagKeys?.Count, DescribeImagesRequest.MaximumTags)
            ?? Refusals.TooMany("tags", request.Tags?.Count, DescribeImagesRequest.MaximumTags),
    };

    private static bool Matches(DescribeImagesRequest request, ZecImage image)
        => (request.ImageIds is not { Count: > 0 } wanted || wanted.Contains(image.ImageId))
            && IsLike(request.ImageName, image.ImageName)
            && Same(request.Category, image.Category)
            && Same(request.ImageType, image.ImageType)
            && Same(request.ImageSource, image.ImageSource)
            && Same(request.OsType, image.OsType)
            && Same(request.ImageStatus, image.ImageStatus)
            && HasTags(request.TagKeys, request.Tags, image.Tags);
}
