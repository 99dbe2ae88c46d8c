using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Client.Waiting;

namespace ZenlayerZec.Client.Kinds;

/// <summary>Boot and data disks.</summary>
internal static class DiskKind
{
    /// <summary>What the API documents of their states.</summary>
    public static KindStates States { get; } = new([.. DiskStatus.All])
    {
        InUse = [DiskStatus.InUse, DiskStatus.Attaching],
        Bin = DiskStatus.Recycled,
        WayOut = [DiskStatus.Deleting, DiskStatus.Recycling, DiskStatus.Recycled],
        Failed = [DiskStatus.Failed],
    };

    /// <summary>How they are listed.</summary>
    public static KindList<DescribeDisksRequest, ZecDisk> List { get; } = new((client, call)
        => new ActionLister<DescribeDisksRequest, DescribeDisksResponse, ZecDisk>(ZecActions.DescribeDisks, disk => disk.DiskId, client, call));

    /// <summary>The kind.</summary>
    public static TypedKind<ZecDisk> Kind { get; } = new(
        "disk", List, disk => disk.DiskId, (id, name, state) => new ZecDisk { DiskId = id, DiskName = name, Status = state })
    {
        Name = disk => disk.DiskName,
        State = disk => disk.Status,
        Detail = disk => $"{disk.Status}, {disk.SizeGiB} GiB, {disk.ZoneId}",
        Tags = disk => disk.AreTagsUnknown ? null : disk.Tags,
        ServiceNotFoundCode = "INVALID_DISK_NOT_FOUND",
        States = States,
        GoalExamples = ["Available", "In_Use"],
        CreateAction = nameof(ZecActions.CreateDisks),
        Changes = new Dictionary<string, Func<string?, WaitGoal?>>
        {
            [nameof(ZecActions.CreateDisks)] = _ => DiskGoal.Created,
            [nameof(ZecActions.ReleaseDisk)] = _ => DiskGoal.Released,
            [nameof(ZecActions.RenewDisk)] = _ => DiskGoal.Restored,
            [nameof(ZecActions.ResizeDisk)] = _ => DiskGoal.Usable,
            [nameof(ZecActions.AttachDisks)] = _ => DiskGoal.Attached,
            [nameof(ZecActions.DetachDisks)] = _ => DiskGoal.Detached,
            [nameof(ZecActions.ModifyDisksAttributes)] = _ => null,
        },
    };
}
