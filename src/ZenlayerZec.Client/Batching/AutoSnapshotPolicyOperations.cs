using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <content>What the description of the API does not say of itself: what is not given stays as it is.</content>
internal static partial class AutoSnapshotPolicyOperations
{
    /// <summary>ModifyAutoSnapshotPolicy.</summary>
    /// <param name="settings">What changes; its ID is not looked at.</param>
    public static WriteOperation Set(ModifyAutoSnapshotPolicyRequest settings) => new(
        ZecActions.ModifyAutoSnapshotPolicy.Name,
        AutoSnapshotPolicyKind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.ModifyAutoSnapshotPolicy, id => For(settings, id)),
        Settle.When<ZecAutoSnapshotPolicy>(_ => string.Empty, policy => IsAs(policy, settings)))
    {
        // Lists of days and hours have commas, which the options of a journal cannot have.
        Options = null,
        BatchSize = 1,
        Repeat = Repeat.AfterFreshLook,
    };

    private static ModifyAutoSnapshotPolicyRequest For(ModifyAutoSnapshotPolicyRequest settings, string id) => new()
    {
        AutoSnapshotPolicyId = id,
        AutoSnapshotPolicyName = settings.AutoSnapshotPolicyName,
        RepeatWeekDays = settings.RepeatWeekDays,
        Hours = settings.Hours,
        RetentionDays = settings.RetentionDays,
    };

    private static bool IsAs(ZecAutoSnapshotPolicy policy, ModifyAutoSnapshotPolicyRequest settings)
        => (settings.AutoSnapshotPolicyName is null || policy.AutoSnapshotPolicyName == settings.AutoSnapshotPolicyName)
            && (settings.RepeatWeekDays is null || Same(policy.RepeatWeekDays, settings.RepeatWeekDays))
            && (settings.Hours is null || Same(policy.HoursUtc, settings.Hours))
            && (settings.RetentionDays is null || policy.RetentionDays == settings.RetentionDays);

    private static bool Same(IReadOnlyList<int> left, IReadOnlyList<int> right)
        => left.OrderBy(number => number).SequenceEqual(right.OrderBy(number => number));
}
