using System.Text.Json.Nodes;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Generated;

/// <summary>What can be done to disks, snapshots and snapshot policies. A few things are not in the state that the change wants, or are as it wants already.</summary>
public sealed class StorageSubjects : IScheduleSubjects
{
    private const string Policy = "policy-0";
    private const string Group = "rg-platform";
    private const int Size = 40;

    static IReadOnlyDictionary<string, ScheduleSubject> IScheduleSubjects.All { get; } = new Dictionary<string, ScheduleSubject>(StringComparer.Ordinal)
    {
        ["Remove-ZecDisk"] = Disks("AVAILABLE") with { Operation = _ => DiskOperations.Remove(), ShowsItself = true },
        ["Remove-ZecInstance -PurgeDependentResource"] = Disks("RECYCLED") with
        {
            Operation = _ => BinPurge.Of(DiskOperations.Remove(), disk => ((ZecDisk)disk).AttachedInstanceId),
            ShowsItself = true,
            IsWhereItWasToGo = (simulator, id) => simulator.Row("Disk", id) is null,
        },
        ["Restore-ZecDisk"] = Disks("RECYCLED") with
        {
            Operation = _ => DiskOperations.Restore(),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Disk", id, "diskStatus") is "AVAILABLE" or "IN_USE",
        },
        ["Resize-ZecDisk"] = Disks("AVAILABLE") with
        {
            Operation = _ => DiskOperations.Resize(Size),
            IsWhereItWasToGo = (simulator, id) => simulator.Row("Disk", id)?.GetProperty("diskSize").GetInt32() == Size,
        },
        ["Mount-ZecDisk"] = Disks("AVAILABLE") with
        {
            Operation = service => DiskOperations.Mount(Instance(service)),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Disk", id, "diskStatus") is "ATTACHING" or "IN_USE"
                && Text(simulator, "Disk", id, "instanceId") == simulator.Instances[0].InstanceId,
        },
        ["Dismount-ZecDisk"] = Disks("IN_USE") with
        {
            Operation = _ => DiskOperations.Dismount(allowsRunning: true),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Disk", id, "diskStatus") is "DETACHING" or "AVAILABLE",
        },
        ["Set-ZecDisk -Name"] = Disks("AVAILABLE") with
        {
            Operation = _ => DiskOperations.Set("renamed"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Disk", id, "diskName") == "renamed",
        },
        ["Set-ZecDisk -ResourceGroupId"] = Disks("AVAILABLE") with
        {
            Operation = _ => DiskOperations.SetResourceGroup(Group),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Disk", id, "resourceGroupId") == Group,
        },
        ["Register-ZecAutoSnapshotPolicy"] = Disks("AVAILABLE") with
        {
            Operation = _ => DiskOperations.RegisterAutoSnapshotPolicy(Policy),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Disk", id, "autoSnapshotPolicyId") == Policy,
        },
        ["Unregister-ZecAutoSnapshotPolicy"] = Disks("AVAILABLE", policy: Policy) with
        {
            Operation = _ => DiskOperations.UnregisterAutoSnapshotPolicy(Policy),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Disk", id, "autoSnapshotPolicyId") != Policy,
        },
        ["Remove-ZecSnapshot"] = Snapshots with { Operation = _ => SnapshotOperations.Remove(), ShowsItself = true },
        ["Restore-ZecSnapshot"] = Snapshots with { Operation = _ => SnapshotOperations.Restore(id => $"disk-of-{id}") },
        ["Set-ZecSnapshot"] = Snapshots with
        {
            Operation = _ => SnapshotOperations.Set("renamed", retentionTime: null, permanent: true),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Snapshot", id, "snapshotName") == "renamed"
                && Text(simulator, "Snapshot", id, "retentionTime") is null,
        },
        ["Remove-ZecAutoSnapshotPolicy"] = Policies with { Operation = _ => AutoSnapshotPolicyOperations.Remove(), ShowsItself = true },
        ["Set-ZecAutoSnapshotPolicy"] = Policies with
        {
            Operation = _ => AutoSnapshotPolicyOperations.Set(new() { RetentionDays = 30, Hours = [5, 1] }),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => simulator.Row("AutoSnapshotPolicy", id)?.GetProperty("retentionDays").GetInt32() == 30,
        },
    };

    private static RowSubject Snapshots => new()
    {
        Kind = "Snapshot",
        Operation = _ => throw new NotSupportedException(),
        Make = (place, service) =>
        {
            service.Simulator.AddRow("Disk", DiskOf(place, "AVAILABLE", service, policy: null, $"disk-of-{RowSubject.Id(place)}").ToJsonString());
            return new JsonObject
            {
                ["snapshotName"] = place == RowSubject.Count - 1 ? "renamed" : $"name-{place}",
                ["zoneId"] = Zone(service),
                ["status"] = place == RowSubject.Count - 2 ? "CREATING" : "AVAILABLE",
                ["snapshotType"] = "Manual",
                ["retentionTime"] = place % 2 == 0 ? "2026-03-01T00:00:00Z" : null,
                ["diskId"] = $"disk-of-{RowSubject.Id(place)}",
                ["createTime"] = "2025-12-01T00:00:00Z",
                ["diskAbility"] = true,
                ["resourceGroup"] = new JsonObject(),
                ["diskType"] = "DATA",
                ["diskSize"] = 20,
            };
        },
    };

    private static RowSubject Policies => new()
    {
        Kind = "AutoSnapshotPolicy",
        Operation = _ => throw new NotSupportedException(),
        Make = (place, service) => PolicyOf($"name-{place}", service),
    };

    private static RowSubject Disks(string state, string? policy = null) => new()
    {
        Kind = "Disk",
        Operation = _ => throw new NotSupportedException(),
        Prepare = service =>
        {
            var row = PolicyOf("nightly-0", service);
            row["autoSnapshotPolicyId"] = Policy;
            service.Simulator.AddRow("AutoSnapshotPolicy", row.ToJsonString());
        },
        Make = (place, service) => DiskOf(place, state, service, policy),
    };

    private static JsonObject DiskOf(int place, string state, SimulatedService service, string? policy, string? id = null)
    {
        var now = (RowSubject.Count - place) switch { 1 => "RECYCLED", 2 => "IN_USE", 3 => "AVAILABLE", 7 => "CHANGING", 8 => "DETACHING", 9 => "RECYCLING", _ => state };
        return new JsonObject
        {
            ["diskId"] = id,
            ["diskName"] = place == RowSubject.Count - 4 ? "renamed" : $"name-{place}",
            ["regionId"] = "asia-east-1",
            ["zoneId"] = Zone(service),
            ["diskType"] = "DATA",
            ["portable"] = true,
            ["diskCategory"] = "Standard NVMe SSD",
            ["diskSize"] = place == RowSubject.Count - 5 ? Size : 20,
            ["diskStatus"] = now,
            ["instanceId"] = now is "IN_USE" or "DETACHING" ? Instance(service) : null,
            ["createTime"] = "2025-12-01T00:00:00Z",
            ["resourceGroupId"] = "rg-other",
            ["resourceGroupName"] = "other",
            ["snapshotAbility"] = true,
            ["autoSnapshotPolicyId"] = place == RowSubject.Count - 6 ? Policy : policy,
            ["burstingEnabled"] = false,
        };
    }

    private static JsonObject PolicyOf(string name, SimulatedService service) => new()
    {
        ["zoneId"] = Zone(service),
        ["autoSnapshotPolicyName"] = name,
        ["repeatWeekDays"] = new JsonArray(1, 2),
        ["hours"] = new JsonArray(2),
        ["retentionDays"] = 14,
        ["createTime"] = "2025-12-01T00:00:00Z",
        ["resourceGroup"] = new JsonObject(),
    };

    /// <summary>The instance that disks are attached to.</summary>
    private static string Instance(SimulatedService service) => service.Simulator.Instances[0].InstanceId;

    /// <summary>Its zone, in which everything else is.</summary>
    private static string Zone(SimulatedService service) => service.Simulator.Instances[0].ZoneId!;

    private static string? Text(ZecSimulator simulator, string kind, string id, string member)
        => simulator.Row(kind, id) is { } row && row.TryGetProperty(member, out var value) ? value.GetString() : null;
}
