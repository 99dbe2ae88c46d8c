using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Kinds.Placement;

/// <summary>Groups that keep instances apart. Which instances are in one, the instances say.</summary>
internal static class PlacementGroupKind
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(100);

    public static SimulatedKind Kind { get; } = new("PlacementGroup", "DescribePlacementGroups", "placementGroupId")
    {
        Words = "placement group",
        NameField = "name",
        Computed = new Dictionary<string, RowValue>
        {
            ["instanceCount"] = (row, account) => InstancesOf(row, account).Count(),
            ["instanceIds"] = (row, account) => InstanceRows.Texts(InstancesOf(row, account).Select(instance => instance.Id)),
            ["constraintStatus"] = (_, _) => "Satisfied",
        },
    };

    /// <summary>The instances of a group.</summary>
    public static IEnumerable<SimulatedInstance> InstancesOf(SimulatedRow group, SimulatedAccount account)
        => account.Fleet.Instances.Where(instance => instance.Instance.PlacementGroupId == group.Id);

    /// <summary>Adds the one that the first instances are in, and one that nobody uses.</summary>
    public static void Add(Estate estate, DateTimeOffset start)
    {
        foreach (var id in new[] { FleetGenerator.PlacementGroupId, "pg-unused" })
        {
            estate[Kind].Add(New(id, Catalogue.Zones[0].ZoneId, id.Substring("pg-".Length), FleetGenerator.PlacedCount, affinity: null, groupId: null, start - Age, tags: null));
        }
    }

    /// <summary>A new group.</summary>
    public static SimulatedRow New(
        string id,
        string zoneId,
        string name,
        int partitions,
        int? affinity,
        string? groupId,
        DateTimeOffset created,
        IEnumerable<KeyValuePair<string, string?>>? tags)
    {
        var group = Groups.Find(groupId)!;
        return new SimulatedRow(Kind, new JsonObject
        {
            ["placementGroupId"] = id,
            ["name"] = name,
            ["zoneId"] = zoneId,
            ["partitionNum"] = partitions,
            ["affinity"] = affinity ?? (partitions / 2),
            ["createTime"] = created.ToWire(),
            ["resourceGroup"] = new JsonObject { ["resourceGroupId"] = group.ResourceGroupId, ["resourceGroupName"] = group.ResourceGroupName },
            ["tags"] = TagNodes.Of(tags),
        });
    }
}
