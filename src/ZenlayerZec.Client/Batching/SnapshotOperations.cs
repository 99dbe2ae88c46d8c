using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <content>What the description of the API does not say of itself: a snapshot that is kept for ever has no time until which it is kept.</content>
internal static partial class SnapshotOperations
{
    /// <summary>The service keeps whole seconds.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <summary>
    /// ApplySnapshot, which overwrites the disk of a snapshot. Only ROLLING_BACK shows it; a second one would take away what was written since the
    /// first.
    /// </summary>
    /// <param name="diskOf">The disk of a snapshot.</param>
    public static WriteOperation Restore(Func<string, string> diskOf) => new(
        ZecActions.ApplySnapshot.Name,
        SnapshotKind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.ApplySnapshot, id => new ApplySnapshotRequest { SnapshotId = id, DiskId = diskOf(id) }),
        Settle.WhenState(SnapshotKind.States, SnapshotStatus.RollingBack))
    {
        Options = WriteOptions.Of(),
        BatchSize = 1,
        LooksFirst = true,
        EndsAsItMayHaveBegun = true,
        SkipReason = state => SnapshotKind.States.Same(state, SnapshotStatus.Available) ? null : "is not available, so that nothing can be restored from it",
    };

    private static Settle SettleSet(string? name, DateTimeOffset? retentionTime, bool? permanent) => Settle.When<ZecSnapshot>(
        snapshot => snapshot.Status,
        snapshot => (name is null || snapshot.SnapshotName == name)
            && (retentionTime is null || (snapshot.RetentionTime is { } until && (until - retentionTime.Value).Duration() < Tolerance))
            && (permanent != true || snapshot.RetentionTime is null));
}
