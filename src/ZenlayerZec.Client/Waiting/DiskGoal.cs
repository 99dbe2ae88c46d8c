using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Waiting;

/// <summary>Where the actions on disks lead, where a state does not say it all.</summary>
internal static class DiskGoal
{
    /// <summary>Of a new size, and usable.</summary>
    /// <param name="sizeGiB">The size.</param>
    public static WaitGoal Resized(int sizeGiB)
        => WaitGoal.When(DiskKind.Kind, disk => disk.SizeGiB >= sizeGiB, DiskStatus.Available, DiskStatus.InUse);
}
