using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>
/// Plans the release of instances of one account: reads what belongs to them and what that costs, several requests at a time. A read beside that of
/// the instances that fails does not end it: the plans say what is not known.
/// </summary>
/// <param name="client">The connection.</param>
/// <param name="call">Options for the calls.</param>
internal sealed class ReleasePlanReader(ZecClient client, ZecCallOptions call)
{
    /// <summary>What <see cref="Progress"/> is told while prices are asked for.</summary>
    public const string Prices = "prices";

    /// <summary>Whether the release keeps what can be kept.</summary>
    public bool KeepDependentResource { get; set; }

    /// <summary>Whether no prices are asked for.</summary>
    public bool NoPrice { get; set; }

    /// <summary>Told what is read, how many were read, and of how many; from any thread.</summary>
    public Action<string, int, int>? Progress { get; set; }

    /// <summary>Makes the plans.</summary>
    /// <param name="instances">The instances, as they are now; one that comes twice has one plan.</param>
    /// <param name="stop">Cancels the calls.</param>
    /// <returns>The plans, in the order of the instances.</returns>
    /// <exception cref="ZecException">Every request would fail, such as for credentials that are not accepted.</exception>
    public async Task<IReadOnlyList<ZecReleasePlan>> ReadAsync(IReadOnlyList<ZecInstance> instances, CancellationToken stop)
    {
        if (instances.Count == 0)
        {
            return [];
        }

        // The disks and the elastic IPs come at the same time.
        var gate = new object();
        var holdings = new Holdings(instances);
        var lists = new DependentLists(client, call, instances, Progress);
        var prices = new CostReader(client, call) { Progress = (answered, asked) => Progress?.Invoke(Prices, answered, asked) };
        var known = new Dictionary<ZecObject, KnownCosts>();

        // What leads to more requests begins first.
        var (disks, eips, snapshots) = (DisksAsync(), EipsAsync(), lists.SnapshotsAsync(stop));
        await Task.WhenAll(disks, eips, snapshots, InstancesAsync()).ConfigureAwait(false);
        await AddSnapshotsAsync(await snapshots.ConfigureAwait(false)).ConfigureAwait(false);
        await PriceAsync(holding => holding.Snapshots).ConfigureAwait(false);
        return [.. holdings.All.Select(holding => new PlanSorting(holding, KeepDependentResource, CostOf).Plan())];

        // An instance does not name a disk that was attached since, or that is in the recycle bin.
        async Task AddSnapshotsAsync(Found<ZecSnapshot> found)
        {
            holdings.Add(found);
            if (found is { IsRead: true, IsOfAll: false })
            {
                holdings.Add(await lists.OtherSnapshotsAsync(holdings.All.SelectMany(holding => holding.Disks), stop).ConfigureAwait(false));
            }
        }

        Task InstancesAsync() => PriceAsync(holding => [holding.Instance, .. holding.SecondaryNics]);

        async Task DisksAsync()
        {
            var found = await lists.DisksAsync(stop).ConfigureAwait(false);
            lock (gate)
            {
                holdings.Add(found);
            }

            await PriceAsync(holding => holding.Disks.Where(disk => !holding.IsBootDisk(disk))).ConfigureAwait(false);
        }

        async Task EipsAsync()
        {
            var found = await lists.EipsAsync(stop).ConfigureAwait(false);
            lock (gate)
            {
                holdings.Add(found);
            }

            await PriceAsync(holding => holding.Eips).ConfigureAwait(false);
        }

        async Task PriceAsync(Func<Holding, IEnumerable<ZecObject>> things)
        {
            if (NoPrice)
            {
                return;
            }

            ZecObject[] open;
            lock (gate)
            {
                open = [.. holdings.All.SelectMany(holding => things(holding).Where(thing => !holding.Doubts.ContainsKey(thing)))];
            }

            var costs = await prices.ReadAsync(open, stop).ConfigureAwait(false);
            lock (gate)
            {
                foreach (var one in costs)
                {
                    known[one.Key] = one.Value;
                }
            }
        }

        KnownCosts CostOf(ZecObject thing) => known.TryGetValue(thing, out var costs) ? costs : KnownCosts.NotAsked;
    }
}
