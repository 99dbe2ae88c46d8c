using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Images;

/// <summary>DescribeImageCopyProgress: the copies of an image that are under way, each as far as its time has passed.</summary>
internal sealed class ImageCopyProgressAction() : SimulatedAction("DescribeImageCopyProgress")
{
    /// <summary>Until so much is done, a copy is being prepared.</summary>
    private const double Prepared = 10;

    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[CustomImageKind.Kind].Find(request.Text("imageId")) is not { } image)
        {
            return CustomImageKind.Kind.NotFound(request.Text("imageId")!);
        }

        var percent = Percent(account, image);
        response.WriteObjects("dataSet", CustomImageKind.CopiesOf(image), (copy, region) =>
        {
            copy.WriteString("destRegionId", region);
            copy.WriteString("destRegionName", region);
            copy.WriteString("syncStage", percent < Prepared ? "PREPARING" : "TRANSFERRING");
            copy.WriteFlag("queued", false);
            copy.WriteValue("syncPercent", percent);
            copy.WriteNull("errorInfo");
        });
        return null;
    }

    private static double Percent(SimulatedAccount account, SimulatedRow image)
    {
        var all = account.TimeOf("CopyImage").TotalMilliseconds;
        var passed = account.Time.Now.ToUnixTimeMilliseconds() - (image[CustomImageKind.CopyStart]?.GetValue<long>() ?? 0);
        return all <= 0 ? 0 : Math.Round(Math.Min(99, 100 * passed / all), 1);
    }
}
