using System.Text.Json.Nodes;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Generated;

/// <summary>What can be done to images. A few are not in the state that the change wants, or are as it wants already.</summary>
public sealed class ImageSubjects : IScheduleSubjects
{
    private const string Home = "asia-east-1";
    private const string Away = "eu-west-1";

    static IReadOnlyDictionary<string, ScheduleSubject> IScheduleSubjects.All { get; } = new Dictionary<string, ScheduleSubject>(StringComparer.Ordinal)
    {
        ["Remove-ZecImage"] = Images(Home) with { Operation = _ => ImageOperations.Remove(), ShowsItself = true },
        ["Set-ZecImage"] = Images(Home) with
        {
            Operation = _ => ImageOperations.Set("renamed"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Now(simulator, id)?["imageName"]?.GetValue<string>() == "renamed",
        },
        ["Copy-ZecImage"] = Images(Home) with
        {
            Operation = _ => ImageOperations.Copy([Away]),
            IsWhereItWasToGo = (simulator, id) => IsAway(simulator, id) || Now(simulator, id)?["imageStatus"]?.GetValue<string>() == "SYNCING",
        },
        ["Remove-ZecImageCopy"] = Images(Home, Away) with
        {
            Operation = _ => ImageOperations.RemoveCopy([Away]),
            IsWhereItWasToGo = (simulator, id) => Now(simulator, id) is not null && !IsAway(simulator, id),
        },
    };

    private static RowSubject Images(params string[] regions) => new()
    {
        Kind = "Image",
        Operation = _ => throw new NotSupportedException(),
        Make = (place, _) => ImageOf(place, regions),
    };

    private static JsonObject ImageOf(int place, string[] regions) => new()
    {
        ["regionIdList"] = new JsonArray([.. (place == RowSubject.Count - 5 ? [Home, Away] : place == RowSubject.Count - 6 ? [Away] : regions).Select(one => (JsonNode)one)]),
        ["resourceGroupId"] = "rg-default",
        ["resourceGroupName"] = "default",
        ["imageName"] = place == RowSubject.Count - 7 ? "renamed" : $"name-{place}",
        ["imageType"] = "CUSTOM_IMAGE",
        ["imageSource"] = "CUSTOM",
        ["minDiskSize"] = 20,
        ["imageStatus"] = (RowSubject.Count - place) switch { 1 => "DELETING", 2 => "CREATING", 3 => "FAILED", 4 => "UNAVAILABLE", _ => "AVAILABLE" },
        ["nicNetworkType"] = new JsonArray("Auto"),
        ["osType"] = "linux",
        ["tags"] = new JsonObject { ["tags"] = new JsonArray() },
    };

    private static JsonObject? Now(ZecSimulator simulator, string id) => simulator.Row("Image", id) is { } row ? (JsonObject)JsonNode.Parse(row.GetRawText())! : null;

    private static bool IsAway(ZecSimulator simulator, string id)
        => (Now(simulator, id)?["regionIdList"] as JsonArray)?.Any(region => region!.GetValue<string>() == Away) == true;
}
