using System.Text.Json.Nodes;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Kinds.Snapshots;

namespace ZenlayerZec.Simulator.Rows;

/// <summary>Makes up the storage that the account has beside the disks of its first instances: schedules, snapshots and disks that nobody uses.</summary>
internal sealed class StorageGenerator(SimulatedAccount account, Estate estate, DateTimeOffset start)
{
    private static readonly (string Name, int Zone, int SizeGiB, int Category)[] Spares =
        [("spare-logs", 0, 50, 1), ("spare-db", 0, 200, 0), ("spare-build", 2, 100, 1), ("spare-old", 3, 500, 1)];

    private int _snapshots;

    /// <summary>Adds it all.</summary>
    /// <param name="instances">The first instances, those included that are gone: their snapshots are still there.</param>
    public void Add(IReadOnlyList<ZecInstance> instances)
    {
        AddSpareDisks();
        AddPolicies();
        for (var index = 0; index < instances.Count; index++)
        {
            AddSnapshots(instances[index], index);
        }

        // Of disks that were gone before anybody looked.
        for (var number = 0; number < 2; number++)
        {
            AddSnapshot("legacy", SnapshotKind.Manual, (Numbering.LooseDiskId(-1 - number), DiskKind.Data, 80), Catalogue.Zones[number].ZoneId, daysAgo: 400);
        }

        Schedule(instances);
    }

    private void AddSpareDisks()
    {
        for (var number = 0; number < Spares.Length; number++)
        {
            var (name, zone, size, category) = Spares[number];
            var row = new SimulatedRow(DiskKind.Kind, new JsonObject
            {
                ["diskId"] = Numbering.LooseDiskId(-100 - number),
                ["diskName"] = name,
                ["regionId"] = Catalogue.Zones[zone].RegionId,
                ["zoneId"] = Catalogue.Zones[zone].ZoneId,
                ["diskType"] = DiskKind.Data,
                ["portable"] = true,
                ["diskCategory"] = Catalogue.DiskCategories[category],
                ["diskSize"] = size,
                ["diskStatus"] = DiskState.Available,
                ["createTime"] = start.AddDays(-60 - number).ToWire(),
                ["resourceGroupId"] = Groups.Find(null)!.ResourceGroupId,
                ["resourceGroupName"] = Groups.Find(null)!.ResourceGroupName,
                ["snapshotAbility"] = true,
                ["tags"] = TagNodes.Of(number == 0 ? null : [new("env", "dev")]),
                ["burstingEnabled"] = false,
            });
            estate[DiskKind.Kind].Add(row);
            if (number == Spares.Length - 1)
            {
                // It was released four hours before the account's time began.
                DiskActions.Recycle(account, row, start + account.Options.DiskRetentionTime - TimeSpan.FromHours(4) - account.Time.Now);
            }
        }
    }

    private void AddPolicies()
    {
        AddPolicy(1, "nightly", zone: 0, [1, 2, 3, 4, 5, 6, 7], [2], 14);
        AddPolicy(2, "weekly", zone: 2, [7], [3, 15], -1);
    }

    private void AddPolicy(int number, string name, int zone, int[] weekDays, int[] hours, int retentionDays)
        => estate[PolicyKind.Kind].Add(new SimulatedRow(PolicyKind.Kind, new JsonObject
        {
            ["autoSnapshotPolicyId"] = Numbering.PolicyId(number),
            ["zoneId"] = Catalogue.Zones[zone].ZoneId,
            ["autoSnapshotPolicyName"] = name,
            ["repeatWeekDays"] = CreatePolicyAction.Numbers(weekDays),
            ["hours"] = CreatePolicyAction.Numbers(hours),
            ["retentionDays"] = retentionDays,
            ["createTime"] = start.AddDays(-200).ToWire(),
            ["resourceGroup"] = new JsonObject
            {
                ["resourceGroupId"] = Groups.Find(null)!.ResourceGroupId,
                ["resourceGroupName"] = Groups.Find(null)!.ResourceGroupName,
            },
            ["tags"] = TagNodes.Of(number == 1 ? [new("env", "prod")] : null),
        }));

    /// <summary>Puts every third data disk of the schedule's zone into it.</summary>
    private void Schedule(IEnumerable<ZecInstance> instances)
    {
        var nightly = estate[PolicyKind.Kind].Find(Numbering.PolicyId(1))!;
        var disks = instances.Where(instance => instance.ZoneId == nightly.Text("zoneId")).SelectMany(instance => instance.DataDisks);
        foreach (var disk in disks.Where((_, number) => number % 3 == 0))
        {
            if (estate[DiskKind.Kind].Find(disk.DiskId) is { } row)
            {
                row["autoSnapshotPolicyId"] = nightly.Id;
            }
        }
    }

    private void AddSnapshots(ZecInstance instance, int index)
    {
        if (index % 10 == 3 && instance.DataDisks.Count > 0)
        {
            AddSnapshot(
                $"{instance.DataDisks[0].DiskName}-update", SnapshotKind.Manual, Of(instance.DataDisks[0].DiskId, DiskKind.Data, instance.DataDisks[0].SizeGiB), instance.ZoneId, 30);
        }

        if (index % 10 == 6 && instance.DataDisks.Count > 0)
        {
            var snapshot = AddSnapshot(
                $"{instance.DataDisks[0].DiskName}-auto", SnapshotKind.Auto, Of(instance.DataDisks[0].DiskId, DiskKind.Data, instance.DataDisks[0].SizeGiB), instance.ZoneId, 3);
            SnapshotKind.Keep(account, snapshot, start.AddDays(11).ToWire());
        }

        if (index % 50 == 1 && instance.SystemDisk is { } system)
        {
            AddSnapshot("boot", SnapshotKind.Manual, Of(system.DiskId, DiskKind.System, system.SizeGiB), instance.ZoneId, 90);
        }
    }

    private static (string Id, string Type, int Size) Of(string? diskId, string type, int? size) => (diskId!, type, size ?? 0);

    private SimulatedRow AddSnapshot(string name, string type, (string Id, string Type, int Size) disk, string? zoneId, int daysAgo)
    {
        var snapshot = SnapshotKind.Make(
            Numbering.SnapshotId(_snapshots), $"{name}-{_snapshots++ + 1}", type, disk, zoneId, Groups.Find(null)!, start.AddDays(-daysAgo));
        estate[SnapshotKind.Kind].Add(snapshot);
        return snapshot;
    }
}
