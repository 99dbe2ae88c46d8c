using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>
/// What a run of releases knows beside its instances: their elastic IPs, where these were listed, and their plans. These are filled before the run
/// begins, and then read from any thread.
/// </summary>
internal sealed class KnownDependents
{
    private const string NotAttached = "It was not attached to the instance, and to nothing else, directly before the release.";

    private readonly Dictionary<(string Account, string Id), ZecReleasePlan> _plans = [];
    private readonly Dictionary<(string Account, string Id), Holding> _holdings = [];

    /// <summary>What was attached to the instances directly before their release, where what goes with them is to be destroyed afterwards.</summary>
    public AttachedDependents Attached { get; } = new();

    /// <summary>ReleaseInstances, with what is known here.</summary>
    /// <param name="keeps">Whether what can be kept is kept.</param>
    /// <param name="purge">Whether those in the recycle bin are meant, too.</param>
    /// <param name="includeProtected">Whether those with a protected tag are meant, too.</param>
    /// <param name="purgeDependents">Whether what goes with them is to be deleted from its recycle bins afterwards.</param>
    /// <param name="isPlanned">Whether it is by plans.</param>
    public WriteOperation Release(bool keeps, bool purge, bool includeProtected, bool purgeDependents, bool isPlanned)
        => InstanceOperations.Release(dependentResources: !keeps, purge, includeProtected, purgeDependents, isPlanned ? InstanceOperations.ByPlan : null) with
        {
            // What was promised, kept or is to be destroyed is told by its ID: a look at the state alone does not say it.
            LooksWhole = isPlanned || keeps || purgeDependents,
            Compare = !isPlanned && !purgeDependents ? null : async (client, call, found, stop) =>
            {
                var differences = await CompareAsync(client, call, found, includeProtected, stop).ConfigureAwait(false);
                if (purgeDependents)
                {
                    ZecInstance[] instances = [.. found.Values.OfType<ZecInstance>()];
                    var eips = instances.SelectMany(instance => EipIdsOf(client, instance.InstanceId));
                    await Attached.ReadAsync(client, call, instances, eips, stop).ConfigureAwait(false);
                }

                return differences;
            },
            Dependents = (client, item) => Of(client, item, keeps),
        };

    /// <summary>Adds the plan of an instance. Of two plans the first counts: by it the question was asked.</summary>
    /// <param name="client">The connection to its account.</param>
    /// <param name="plan">The plan.</param>
    public void Add(ZecClient client, ZecReleasePlan plan)
    {
        var key = (client.Options.Account, plan.InstanceId);
        _plans[key] = _plans.TryGetValue(key, out var first) ? first : plan;
    }

    /// <summary>The plan of an instance, which names its elastic IPs; null where it has none.</summary>
    /// <param name="client">The connection to its account.</param>
    /// <param name="id">The ID of the instance.</param>
    public ZecReleasePlan? PlanOf(ZecClient client, string id) => _plans.TryGetValue((client.Options.Account, id), out var plan) ? plan : null;

    /// <summary>Lists the elastic IPs of instances.</summary>
    /// <param name="client">The connection to the account.</param>
    /// <param name="call">Options for the calls.</param>
    /// <param name="items">The instances.</param>
    /// <param name="stop">Cancels the calls.</param>
    /// <returns>The list, with the reason where it could not be read or may not be whole.</returns>
    /// <exception cref="Errors.ZecException">Every request would fail.</exception>
    public async Task<Found<ZecEip>> ReadEipsAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<WriteItem> items, CancellationToken stop)
    {
        ZecInstance[] instances = [.. items.Select(item => item.Thing as ZecInstance ?? new ZecInstance { InstanceId = item.Id })];
        var found = await new DependentLists(client, call, instances, progress: null).EipsAsync(stop).ConfigureAwait(false);
        if (!found.IsRead)
        {
            return found;
        }

        var holdings = new Holdings(instances);
        holdings.Add(found);
        foreach (var holding in holdings.All)
        {
            _holdings[(client.Options.Account, holding.Instance.InstanceId)] = holding;
        }

        return found;
    }

    private InstanceDependents Of(ZecClient client, WriteItem item, bool keeps)
    {
        var listed = _holdings.TryGetValue((client.Options.Account, item.Id), out var holding) ? holding : null;
        var known = InstanceDependents.Of(item.Id, item.Thing as ZecInstance, keeps, listed?.Eips, listed?.Doubts);
        return WithoutApart(client, item.Id, PlanOf(client, item.Id) is { } plan ? As(plan, known, listed is not null) : known);
    }

    /// <summary>Moves to the unknown things what the look directly before the release did not find attached to the instance.</summary>
    private InstanceDependents WithoutApart(ZecClient client, string id, InstanceDependents known)
    {
        ZecDependent[] apart = [.. known.Released.Where(thing => Attached.IsApart(client, id, thing))];
        return apart.Length == 0 ? known : new InstanceDependents(
            [.. known.Released.Except(apart)],
            known.Kept,
            [.. known.Unknown, .. apart.Select(thing => new ZecUnknownDependent(thing.Kind, id, thing.Id, NotAttached))]);
    }

    private IEnumerable<string> EipIdsOf(ZecClient client, string id) => PlanOf(client, id) is { } plan ? PlanDifference.EipsOf(plan)
        : _holdings.TryGetValue((client.Options.Account, id), out var listed) ? listed.Eips.Select(eip => eip.EipId)
        : [];

    /// <summary>Compares instances with their plans, directly before they are released.</summary>
    private async Task<IReadOnlyDictionary<string, string>> CompareAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyDictionary<string, ZecObject> found, bool includeProtected, CancellationToken cancellationToken)
    {
        (ZecReleasePlan Plan, ZecInstance Now)[] planned =
        [
            .. found.Where(one => one.Value is ZecInstance && PlanOf(client, one.Key) is not null).Select(one => (PlanOf(client, one.Key)!, (ZecInstance)one.Value)),
        ];
        var eips = await FindAsync(EipKind.List, planned.SelectMany(one => PlanDifference.EipsOf(one.Plan))).ConfigureAwait(false);
        var disks = await FindAsync(DiskKind.List, planned.SelectMany(one => PlanDifference.BinnedDisksOf(one.Plan, one.Now))).ConfigureAwait(false);
        return planned
            .Select(one => (one.Plan.InstanceId, Difference: (includeProtected ? null : PlanDifference.Protected(one.Plan)) ?? PlanDifference.Of(one.Plan, one.Now, eips, disks)))
            .Where(one => one.Difference is not null)
            .ToDictionary(one => one.InstanceId, one => one.Difference!, StringComparer.Ordinal);

        async Task<IReadOnlyDictionary<string, ZecObject>> FindAsync(KindList list, IEnumerable<string> ids)
        {
            string[] wanted = [.. ids.Distinct(StringComparer.Ordinal)];
            return wanted.Length == 0
                ? new Dictionary<string, ZecObject>()
                : await list.FindAsync(client, call, wanted, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What a plan says of the same things, with their prices, and of those that the instance does not name.</summary>
    private static InstanceDependents As(ZecReleasePlan plan, InstanceDependents known, bool hasEips)
    {
        ZecDependent[] all = [.. plan.Goes, .. plan.Stays];
        ZecDependent[] eips = hasEips ? [] : [.. all.Where(thing => thing.Kind == InstanceDependents.Eip)];

        // The list of disks has said whether they are detachable.
        ZecDependent[] disks = [.. plan.Stays.Where(thing => known.Unknown.Any(one => IsSame(one, thing)))];
        return new InstanceDependents(
            [.. known.Released.Select(Priced), .. eips.Where(eip => plan.Goes.Contains(eip))],
            [.. known.Kept.Select(Priced), .. plan.Stays.Where(thing => eips.Contains(thing) || disks.Contains(thing) || !IsNamed(thing))],
            [.. known.Unknown.Where(one => (eips.Length == 0 || one.Kind != InstanceDependents.Eip) && !disks.Any(disk => IsSame(one, disk)))]);

        static bool IsSame(ZecUnknownDependent one, ZecDependent thing) => one.Kind == InstanceDependents.Disk && thing.Kind == one.Kind && thing.Id == one.Detail;

        ZecDependent Priced(ZecDependent thing) => all.FirstOrDefault(one => one.Kind == thing.Kind && one.Id == thing.Id) ?? thing;

        static bool IsNamed(ZecDependent thing) => thing.Kind is InstanceDependents.Disk or InstanceDependents.Eip or InstanceDependents.Nic;
    }
}
