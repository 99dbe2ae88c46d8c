using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <content>What depends on more than the description says: the words and the goal of a release, and what shows a new type.</content>
internal static partial class InstanceOperations
{
    /// <summary>Among the options of a release: it is by a plan, and only what the plan shows was to be released.</summary>
    public const string ByPlan = "Plan";

    /// <summary>Among the options of a release: it is the second one of -Purge, and only what is in the recycle bin was to be released.</summary>
    public const string InBinOnly = "RecycleBinOnly";

    /// <summary>ReleaseInstances. A second release of an instance in the recycle bin destroys it, so it is never repeated.</summary>
    /// <param name="dependentResources">Whether what hangs on them goes too.</param>
    /// <param name="purge">Whether those in the recycle bin are meant, too.</param>
    /// <param name="includeProtected">Whether those with a protected tag are meant, too.</param>
    /// <param name="purgeDependents">Whether what goes with them is to be deleted from its recycle bins afterwards, which other requests do.</param>
    /// <param name="limit">What limits it beside its options, such as <see cref="ByPlan"/>; null where nothing does.</param>
    public static WriteOperation Release(
        bool dependentResources, bool purge, bool includeProtected = false, bool purgeDependents = false, string? limit = null)
        => new(
            ZecActions.ReleaseInstances.Name,
            InstanceKind.Kind,
            WriteOperation.AttemptAt(
                ZecActions.ReleaseInstances, ids => new ReleaseInstancesRequest { InstanceIds = ids, DependResource = dependentResources }, answer => answer.InstanceIds ?? []),
            Settle.WhenGone(InstanceKind.States, InstanceStatus.Releasing, InstanceStatus.Recycling, InstanceStatus.Recycle))
        {
            Options = WriteOptions.Of(
                ("KeepDependentResource", !dependentResources),
                ("Purge", purge),
                ("PurgeDependentResource", purgeDependents ? true : null),
                (ByPlan, limit == ByPlan ? true : null),
                (InBinOnly, limit == InBinOnly ? true : null)),
            LooksFirst = true,
            SparesProtected = !includeProtected,
            Releases = true,
            SkipReason = state => InstanceStatus.Named(state) switch
            {
                InstanceStatus.Releasing => "is already being released",
                InstanceStatus.Recycling => "is already being moved to the recycle bin",
                InstanceStatus.Recycle when !purge => "is in the recycle bin, from which a second release would delete it permanently (-Purge)",
                _ => null,
            },
        };

    /// <summary>The state in between shows it, and afterwards the type, unless the instance has a GPU.</summary>
    private static Settle SettleType(string instanceType) => Settle.When<ZecInstance>(
        instance => instance.Status,
        instance => InstanceKind.States.Same(instance.Status, InstanceStatus.Resizing) || instance.InstanceType == instanceType);
}
