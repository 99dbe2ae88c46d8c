using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Waiting;

/// <summary>Where the actions on disks lead.</summary>
internal static class DiskGoal
{
    /// <summary>Gone, or in the recycle bin.</summary>
    public static WaitGoal Released { get; } = WaitGoal.Released(DiskKind.Kind);

    /// <summary>Attached to an instance or to none, and nothing under way.</summary>
    public static WaitGoal Usable { get; } = WaitGoal.For(DiskKind.Kind, DiskStatus.Available, DiskStatus.InUse);

    /// <summary>As <see cref="Usable"/>, for a disk that was only just ordered.</summary>
    public static WaitGoal Created { get; } = WaitGoal.For(DiskKind.Kind, DiskStatus.Available, DiskStatus.InUse);

    /// <summary>As <see cref="Usable"/>, for a disk that may still be seen in the recycle bin.</summary>
    public static WaitGoal Restored { get; } = WaitGoal.For(DiskKind.Kind, DiskStatus.Available, DiskStatus.InUse).From(DiskStatus.Recycled);

    /// <summary>Attached.</summary>
    public static WaitGoal Attached { get; } = WaitGoal.For(DiskKind.Kind, DiskStatus.InUse);

    /// <summary>Detached.</summary>
    public static WaitGoal Detached { get; } = WaitGoal.For(DiskKind.Kind, DiskStatus.Available);

    /// <summary>Of a new size, and usable.</summary>
    /// <param name="sizeGiB">The size.</param>
    public static WaitGoal Resized(int sizeGiB) => WaitGoal.When(DiskKind.Kind, disk => disk.SizeGiB >= sizeGiB, DiskStatus.Available, DiskStatus.InUse);
}
