using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Snapshots;

/// <summary>What can be done to snapshots.</summary>
internal static class SnapshotActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new CreateSnapshotAction(),
        new RowAction("DeleteSnapshots", SnapshotKind.Kind, "snapshotIds")
        {
            FailedField = "snapshotIds",
            DoesTheRest = true,

            // The description wants the state NORMAL, which no snapshot has.
            Deny = (call, snapshot) => snapshot.Status is SnapshotStatus.Available or SnapshotStatus.Failed ? null : SnapshotKind.Kind.WrongStatus(snapshot),
            CarryOut = (call, snapshot) => call.Begin(snapshot, SnapshotStatus.Deleting, () => call.Account.Remove(snapshot)),
        },
        new RowAction("ApplySnapshot", SnapshotKind.Kind, "snapshotId")
        {
            Deny = DenyApplying,
            CarryOut = Apply,
        },
        new RowAction("ModifySnapshotsAttribute", SnapshotKind.Kind, "snapshotIds")
        {
            Deny = (call, snapshot) => call.Body.Text("retentionTime") is not null && call.Body.Flag("isPermanent") == true
                ? FormRefusals.Value("Either retentionTime or isPermanent may be set, not both.")
                : SnapshotKind.RefuseRetention(call.Account, call.Body.Text("retentionTime")),
            CarryOut = (call, snapshot) =>
            {
                snapshot["snapshotName"] = call.Body.Text("snapshotName") ?? snapshot.Text("snapshotName");
                if (call.Body.Flag("isPermanent") == true || call.Body.Text("retentionTime") is not null)
                {
                    SnapshotKind.Keep(call.Account, snapshot, call.Body.Text("retentionTime"));
                }
            },
        },
    ];

    private static ServiceRefusal? DenyApplying(RowRequest call, SimulatedRow snapshot)
    {
        var diskId = call.Body.Text("diskId")!;
        if (call.Account[DiskKind.Kind].Find(diskId) is not { } disk)
        {
            return DiskKind.Kind.NotFound(diskId);
        }

        if (snapshot.Text("diskId") != diskId)
        {
            return FormRefusals.Value($"The snapshot {snapshot.Id} is not one of the disk {diskId}.");
        }

        return snapshot.Status == SnapshotStatus.Available
            ? DiskKind.Unless(disk, DiskState.InUse, DiskState.Available) ?? (call.Account.Refuses(disk) ? DiskKind.Kind.WrongStatus(disk) : null)
            : SnapshotKind.Kind.WrongStatus(snapshot);
    }

    private static void Apply(RowRequest call, SimulatedRow snapshot)
    {
        var disk = call.Account[DiskKind.Kind].Find(call.Body.Text("diskId"))!;
        call.Account.CarriedOut.Add(call.Action, disk.Id);
        call.Begin(snapshot, SnapshotStatus.RollingBack, () => snapshot.Status = SnapshotStatus.Available);
        call.Begin(disk, DiskState.RollingBack, () => DiskKind.Rest(disk));
    }
}
