using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <content>What the description of the API does not say of itself: the disks of one request are of one instance, or of one policy.</content>
internal static partial class DiskOperations
{
    /// <summary>DetachDisks.</summary>
    /// <param name="allowsRunning">Whether the instance may be running.</param>
    public static WriteOperation Dismount(bool allowsRunning) => new(
        nameof(ZecActions.DetachDisks),
        DiskKind.Kind,
        WriteOperation.AttemptAt(
            ZecActions.DetachDisks,
            ids => new DetachDisksRequest { DiskIds = ids, InstanceCheckFlag = allowsRunning ? false : null },
            answer => answer.FailedDiskIds ?? []),
        Settle.WhenState(DiskKind.States, DiskStatus.Detaching, DiskStatus.Available))
    {
        Options = WriteOptions.Of(("AllowRunning", allowsRunning)),
        BatchSize = 10,
        LeadsOutOfUse = true,
        SkipReason = WriteOperation.SkipIn(
            DiskKind.States, [.. DiskKind.States.WayOut, (DiskStatus.Available, "is not attached"), (DiskStatus.Detaching, "is already being detached")]),
    };

    /// <summary>CancelAutoSnapshotPolicy, which takes disks out of a snapshot policy; a disk that is not in it is no error.</summary>
    /// <param name="autoSnapshotPolicyId">The policy.</param>
    public static WriteOperation UnregisterAutoSnapshotPolicy(string autoSnapshotPolicyId) => new(
        ZecActions.CancelAutoSnapshotPolicy.Name,
        DiskKind.Kind,
        WriteOperation.AttemptAt(
            ZecActions.CancelAutoSnapshotPolicy,
            ids => new CancelAutoSnapshotPolicyRequest { AutoSnapshotPolicyId = autoSnapshotPolicyId, DiskIds = ids },
            _ => []),
        Settle.When<ZecDisk>(disk => disk.Status, disk => disk.AutoSnapshotPolicyId != autoSnapshotPolicyId))
    {
        Options = WriteOptions.Of(("AutoSnapshotPolicyId", autoSnapshotPolicyId)),
        IsBatchSizeGuessed = true,
        Repeat = Repeat.AfterFreshLook,
    };
}
