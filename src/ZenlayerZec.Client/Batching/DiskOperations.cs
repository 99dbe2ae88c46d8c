using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>What can be done to any number of disks, and how each lost answer is settled.</summary>
internal static class DiskOperations
{
    private static readonly (string State, string Reason)[] GoingOrGone =
    [
        (DiskStatus.Deleting, "is being deleted"),
        (DiskStatus.Recycling, "is on its way into the recycle bin"),
        (DiskStatus.Recycled, "is in the recycle bin"),
    ];

    /// <summary>ReleaseDisk. A second release of a disk in the recycle bin destroys it, so it is never repeated.</summary>
    /// <param name="includeProtected">Whether those with a protected tag are meant, too.</param>
    public static WriteOperation Release(bool includeProtected = false) => new(
        nameof(ZecActions.ReleaseDisk),
        DiskKind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.ReleaseDisk, id => new ReleaseDiskRequest { DiskId = id }),
        Settle.WhenGone(DiskKind.States, DiskStatus.Deleting, DiskStatus.Recycling, DiskStatus.Recycled))
    {
        Options = WriteOptions.Of(),
        BatchSize = 1,
        LooksFirst = true,
        SparesProtected = !includeProtected,
        Releases = true,
        SkipReason = WriteOperation.SkipIn(
            DiskKind.States,
            (DiskStatus.Deleting, "is already being deleted"),
            (DiskStatus.Recycling, "is already being moved to the recycle bin"),
            (DiskStatus.Recycled, "is in the recycle bin, from which a second release would delete it permanently")),
    };

    /// <summary>RenewDisk: takes disks out of the recycle bin.</summary>
    public static WriteOperation Restore() => new(
        nameof(ZecActions.RenewDisk),
        DiskKind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.RenewDisk, id => new RenewDiskRequest { DiskId = id }),
        Settle.WhenState(DiskKind.States, DiskStatus.Available, DiskStatus.InUse))
    {
        Options = WriteOptions.Of(),
        BatchSize = 1,
        LeadsToUse = true,
        SkipReason = state => DiskKind.States.IsInBin(state) ? null : "is not in the recycle bin",
    };

    /// <summary>ResizeDisk.</summary>
    /// <param name="sizeGiB">The new size.</param>
    public static WriteOperation Resize(int sizeGiB) => new(
        nameof(ZecActions.ResizeDisk),
        DiskKind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.ResizeDisk, id => new ResizeDiskRequest { DiskId = id, DiskSize = sizeGiB }),
        Settle.When<ZecDisk>(disk => disk.Status, disk => DiskKind.States.Same(disk.Status, DiskStatus.Changing) || disk.SizeGiB == sizeGiB))
    {
        Options = WriteOptions.Of(("SizeGiB", sizeGiB)),
        BatchSize = 1,
        SkipReason = WriteOperation.SkipIn(DiskKind.States, GoingOrGone),
    };

    /// <summary>AttachDisks.</summary>
    /// <param name="instanceId">The instance.</param>
    public static WriteOperation Mount(string instanceId) => new(
        nameof(ZecActions.AttachDisks),
        DiskKind.Kind,
        WriteOperation.AttemptAt(ZecActions.AttachDisks, ids => new AttachDisksRequest { DiskIds = ids, InstanceId = instanceId }, _ => []),
        Settle.When<ZecDisk>(disk => disk.Status, disk => disk.AttachedInstanceId == instanceId))
    {
        Options = WriteOptions.Of(("InstanceId", instanceId)),
        BatchSize = 10,
        LeadsToUse = true,
        SkipReason = WriteOperation.SkipIn(DiskKind.States, GoingOrGone),
    };

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
            DiskKind.States, [.. GoingOrGone, (DiskStatus.Available, "is not attached"), (DiskStatus.Detaching, "is already being detached")]),
    };

    /// <summary>ModifyDisksAttributes: gives all of them one name.</summary>
    /// <param name="name">The name.</param>
    public static WriteOperation Rename(string name) => new(
        nameof(ZecActions.ModifyDisksAttributes),
        DiskKind.Kind,
        WriteOperation.AttemptAt(ZecActions.ModifyDisksAttributes, ids => new ModifyDisksAttributesRequest { DiskIds = ids, DiskName = name }, _ => []),
        Settle.WhenEquals<ZecDisk>(disk => disk.DiskName, name))
    {
        Options = WriteOptions.Of(("Name", name)),
        IsBatchSizeGuessed = true,
        Repeat = Repeat.AfterFreshLook,
    };
}
