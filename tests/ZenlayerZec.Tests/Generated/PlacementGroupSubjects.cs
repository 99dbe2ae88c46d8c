using System.Text.Json.Nodes;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Generated;

/// <summary>What can be done to placement groups. A few have more partitions than the change wants, or are as it wants already.</summary>
public sealed class PlacementGroupSubjects : IScheduleSubjects
{
    static IReadOnlyDictionary<string, ScheduleSubject> IScheduleSubjects.All { get; } = new Dictionary<string, ScheduleSubject>(StringComparer.Ordinal)
    {
        ["Remove-ZecPlacementGroup"] = Groups with { Operation = _ => PlacementGroupOperations.Remove(), ShowsItself = true },
        ["Set-ZecPlacementGroup"] = Groups with
        {
            Operation = _ => PlacementGroupOperations.Set("renamed", 4, 2),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Is(simulator, id, "renamed", 4, 2),
        },
    };

    private static RowSubject Groups => new()
    {
        Kind = "PlacementGroup",
        Operation = _ => throw new NotSupportedException(),
        Make = (place, _) => new JsonObject
        {
            ["name"] = place % 9 == 0 ? "renamed" : $"name-{place}",
            ["zoneId"] = "asia-east-1a",
            ["partitionNum"] = place % 9 == 0 ? 4 : 2 + (place % 4),
            ["affinity"] = place % 9 == 0 ? 2 : 1,
            ["createTime"] = "2025-12-01T00:00:00Z",
            ["resourceGroup"] = new JsonObject(),
            ["tags"] = new JsonObject { ["tags"] = new JsonArray() },
        },
    };

    private static bool Is(ZecSimulator simulator, string id, string name, int partitions, int affinity)
        => simulator.Row("PlacementGroup", id) is { } row
            && row.GetProperty("name").GetString() == name
            && row.GetProperty("partitionNum").GetInt32() == partitions
            && row.GetProperty("affinity").GetInt32() == affinity;
}
