using System.Text.Json.Nodes;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Snapshots;

/// <summary>Disks at a moment; they outlive their disks. The codes of their refusals are made after those of disks: none is documented.</summary>
internal static class SnapshotKind
{
    public const string Manual = "Manual";
    public const string Auto = "Auto";

    private static readonly TimeSpan LeastRetention = TimeSpan.FromHours(24);

    public static SimulatedKind Kind { get; } = new("Snapshot", "DescribeSnapshots", "snapshotId")
    {
        Words = "snapshot",
        NameField = "snapshotName",
        StatusField = "status",
        NotFoundCode = "INVALID_SNAPSHOT_NOT_FOUND",
        StatusCode = "UNSUPPORTED_OPERATION_SNAPSHOT_STATUS",
        Hidden = ["diskType", "diskSize"],
    };

    /// <summary>Makes a snapshot of a disk.</summary>
    /// <param name="id">Its ID.</param>
    /// <param name="name">Its name.</param>
    /// <param name="type">Who made it.</param>
    /// <param name="disk">What it is of; it need not be there any more.</param>
    /// <param name="zoneId">The disk's zone.</param>
    /// <param name="group">The disk's resource group.</param>
    /// <param name="time">When it is made.</param>
    public static SimulatedRow Make(
        string id, string name, string type, (string Id, string Type, int Size) disk, string? zoneId, ZecResourceGroup group, DateTimeOffset time)
        => new(Kind, new JsonObject
        {
            ["snapshotId"] = id,
            ["snapshotName"] = name,
            ["zoneId"] = zoneId,
            ["status"] = SnapshotStatus.Available,
            ["snapshotType"] = type,
            ["retentionTime"] = null,
            ["diskId"] = disk.Id,
            ["createTime"] = time.ToWire(),

            // No boot disk can be made without an instance.
            ["diskAbility"] = disk.Type == Disks.DiskKind.Data,
            ["resourceGroup"] = new JsonObject { ["resourceGroupId"] = group.ResourceGroupId, ["resourceGroupName"] = group.ResourceGroupName },
            ["diskType"] = disk.Type,
            ["diskSize"] = disk.Size,
        });

    /// <summary>Why no disk can be made of a snapshot; null where one can.</summary>
    public static ServiceRefusal? RefuseDisk(SimulatedAccount account, string snapshotId, string zoneId, int size)
    {
        if (account[Kind].Find(snapshotId) is not { } snapshot)
        {
            return Kind.NotFound(snapshotId);
        }

        if (snapshot.Status != SnapshotStatus.Available)
        {
            return Kind.WrongStatus(snapshot);
        }

        if (snapshot.Flag("diskAbility") != true || snapshot.Text("zoneId") != zoneId)
        {
            return FormRefusals.Value($"No disk can be made of the snapshot {snapshotId} in the zone {zoneId}.");
        }

        return size < snapshot.Whole("diskSize") ? FormRefusals.TooSmall($"The snapshot's disk has {snapshot.Whole("diskSize")} GiB.") : null;
    }

    /// <summary>Why a snapshot cannot be kept until a time; null where it can, or where no time is named.</summary>
    public static ServiceRefusal? RefuseRetention(SimulatedAccount account, string? until)
    {
        if (until is null)
        {
            return null;
        }

        return WireTime.Read(until, "retentionTime", out var time)
            ?? (time < account.Time.Now + LeastRetention ? FormRefusals.Value("retentionTime is at least 24 hours from now.") : null);
    }

    /// <summary>Keeps a snapshot until a time, or for ever; when the time has come it is gone.</summary>
    public static void Keep(SimulatedAccount account, SimulatedRow snapshot, string? until)
    {
        snapshot["retentionTime"] = until;
        if (until is not null && WireTime.Read(until, "retentionTime", out var time) is null)
        {
            account.Time.Later(time - account.Time.Now, () =>
            {
                if (!snapshot.IsGone && snapshot.Text("retentionTime") == until)
                {
                    account.Remove(snapshot);
                }
            });
        }
    }
}
