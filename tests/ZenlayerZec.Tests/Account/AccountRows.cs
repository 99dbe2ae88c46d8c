using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Account;

/// <summary>Looks at what a simulated account has beside instances.</summary>
internal static class AccountRows
{
    /// <summary>The state of a thing; null where it is gone.</summary>
    public static string? StateOf(this SimulatedService service, string kind, string id)
        => service.Simulator.Row(kind, id)?.Text(kind == "Disk" ? "diskStatus" : kind == "Image" ? "imageStatus" : "status");

    /// <summary>The IDs of the disks in a state that are data disks, and whose instance is in the state that is named.</summary>
    public static IReadOnlyList<string> Disks(this SimulatedService service, string status, string? instanceStatus = null) =>
    [
        .. service.Simulator.Rows("Disk")
            .Where(disk => disk.Text("diskStatus") == status && disk.Text("diskType") == "DATA")
            .Where(disk => instanceStatus is null || service.StatusOf(disk.Text("instanceId")!) == instanceStatus)
            .Select(disk => disk.Text("diskId")!),
    ];

    /// <summary>A member of a row; null where it has none.</summary>
    public static string? Text(this JsonElement row, string name) => row.GetProperty(name).GetString();

    public static int Whole(this JsonElement row, string name) => row.GetProperty(name).GetInt32();

    /// <summary>A body of one text or list for each name.</summary>
    public static string Body(params (string Name, object? Value)[] members)
        => JsonSerializer.Serialize(members.ToDictionary(member => member.Name, member => member.Value));

    /// <summary>A body with members changed or added.</summary>
    public static string Merged(string body, string change)
    {
        var merged = JsonNode.Parse(body)!.AsObject();
        foreach (var member in JsonNode.Parse(change)!.AsObject())
        {
            merged[member.Key] = member.Value?.DeepClone();
        }

        return merged.ToJsonString();
    }
}
