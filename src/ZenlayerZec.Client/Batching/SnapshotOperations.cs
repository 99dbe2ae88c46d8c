using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <content>What the description of the API does not say of itself: a snapshot that is kept for ever has no time until which it is kept.</content>
internal static partial class SnapshotOperations
{
    /// <summary>The service keeps whole seconds.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private static Settle SettleSet(string? name, DateTimeOffset? retentionTime, bool? permanent) => Settle.When<ZecSnapshot>(
        snapshot => snapshot.Status,
        snapshot => (name is null || snapshot.SnapshotName == name)
            && (retentionTime is null || (snapshot.RetentionTime is { } until && (until - retentionTime.Value).Duration() < Tolerance))
            && (permanent != true || snapshot.RetentionTime is null));
}
