using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Snapshots;

/// <summary>CreateSnapshot: over CREATING, and SNAPSHOT_CREATING of its disk, to AVAILABLE or FAILED.</summary>
internal sealed class CreateSnapshotAction() : SimulatedAction("CreateSnapshot")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[DiskKind.Kind].Find(request.Text("diskId")) is not { } disk)
        {
            return DiskKind.Kind.NotFound(request.Text("diskId")!);
        }

        var until = request.Text("retentionTime");
        var denial = DiskKind.Unless(disk, DiskState.InUse, DiskState.Available)
            ?? (disk.Flag("snapshotAbility") != true || account.Refuses(disk) ? DiskKind.Kind.WrongStatus(disk) : null)
            ?? SnapshotKind.RefuseRetention(account, until);
        if (denial is not null)
        {
            return denial;
        }

        var snapshot = SnapshotKind.Make(
            Numbering.SnapshotId(1_000_000 + account.TakeNumber()),
            request.Text("snapshotName")!,
            SnapshotKind.Manual,
            (disk.Id, disk.Text("diskType")!, disk.Whole("diskSize") ?? 0),
            disk.Text("zoneId"),
            Groups.Of(disk),
            account.Time.Now);
        account[SnapshotKind.Kind].Add(snapshot);
        SnapshotKind.Keep(account, snapshot, until);
        account.CarriedOut.Add(Name, snapshot.Id);
        account.CarriedOut.Add(Name, disk.Id);
        var fails = account.FailsNext(Name);
        account.Begin(Name, snapshot, SnapshotStatus.Creating, () => snapshot.Status = fails ? SnapshotStatus.Failed : SnapshotStatus.Available);
        account.Begin(Name, disk, DiskState.SnapshotCreating, () => DiskKind.Rest(disk));
        response.WriteString("snapshotId", snapshot.Id);
        return null;
    }
}
