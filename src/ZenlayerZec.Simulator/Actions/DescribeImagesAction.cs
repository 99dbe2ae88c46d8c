using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds.Images;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeImages: the images of a zone that match, a page of them.</summary>
internal sealed class DescribeImagesAction() : PagedAction("DescribeImages")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (Catalogue.FindZone(request.Text("zoneId")) is null)
        {
            return Refusals.NoZone(request.Text("zoneId")!);
        }

        ZecImage[] rows = [.. OfferedImages.In(account, request.Text("zoneId")).Where(image => Matches(request, image))];
        WritePage(response, rows, request, account.Options, row =>
        {
            response.WriteStartObject();
            OfferJson.WriteImage(response, row);
            response.WriteEndObject();
        });
        return null;
    }

    private static bool Matches(JsonElement request, ZecImage image)
        => (request.Texts("imageIds") is not { Count: > 0 } wanted || wanted.Contains(image.ImageId))
            && IsLike(request.Text("imageName"), image.ImageName)
            && Same(request.Text("category"), image.Category)
            && Same(request.Text("imageType"), image.ImageType)
            && Same(request.Text("imageSource"), image.ImageSource)
            && Same(request.Text("osType"), image.OsType)
            && Same(request.Text("imageStatus"), image.ImageStatus)
            && HasTags(request.Texts("tagKeys"), request.Pairs("tags"), image.Tags);
}
