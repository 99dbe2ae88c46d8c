using System.Collections.Concurrent;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>
/// What was attached to instances directly before their release. An instance may name a disk that lies in the recycle bin already, and an elastic IP
/// may have been listed where it is bound no more: what is then found in a recycle bin was not put there by the release. Thread-safe.
/// </summary>
internal sealed class AttachedDependents
{
    private readonly ConcurrentDictionary<(string Account, string Id), Seen> _seen = new();

    /// <summary>Reads the disks and elastic IPs of instances. One that cannot be read keeps no instance from being released.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the calls.</param>
    /// <param name="instances">The instances as they have just been read.</param>
    /// <param name="eipIds">The elastic IPs that were known as theirs.</param>
    /// <param name="stop">Cancels the calls.</param>
    public async Task ReadAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<ZecInstance> instances, IEnumerable<string> eipIds, CancellationToken stop)
    {
        var disks = FindAsync<ZecDisk>(client, call, DiskKind.List, instances.SelectMany(DependentLists.DisksOf), stop);
        var eips = FindAsync<ZecEip>(client, call, EipKind.List, eipIds, stop);
        await Task.WhenAll(disks, eips).ConfigureAwait(false);
        var (readDisks, readEips) = (await disks.ConfigureAwait(false), await eips.ConfigureAwait(false));
        var holdings = new Holdings(instances);
        holdings.Add(new Found<ZecDisk>(readDisks.Items, Lack: null));
        holdings.Add(new Found<ZecEip>(readEips.Items, Lack: null));
        foreach (var holding in holdings.All)
        {
            _seen[(client.Options.Account, holding.Instance.InstanceId)] = new Seen(
                new Side([.. Attached(holding, holding.Disks, DiskKind.Kind)], readDisks.Failure),
                new Side([.. Attached(holding, holding.Eips, EipKind.Kind)], readEips.Failure));
        }
    }

    /// <summary>Why a thing could not be read directly before the release of an instance; null where it was.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="kind">What kind of thing, as in <see cref="ZecDependent.Kind"/>.</param>
    public ZecException? FailureOf(ZecClient client, string instanceId, string kind) => Of(client, instanceId, kind)?.Failure;

    /// <summary>Whether a thing was seen attached to an instance, and to nothing else.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="thing">The thing.</param>
    public bool IsAttached(ZecClient client, string instanceId, ZecDependent thing)
        => Of(client, instanceId, thing.Kind)?.Ids.Contains(thing.Id) == true;

    /// <summary>Whether the things of its kind were read, and it was not seen attached.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="thing">The thing; network interfaces are not looked at.</param>
    public bool IsApart(ZecClient client, string instanceId, ZecDependent thing)
        => Of(client, instanceId, thing.Kind) is { Failure: null } side && !side.Ids.Contains(thing.Id);

    private Side? Of(ZecClient client, string instanceId, string kind) => !_seen.TryGetValue((client.Options.Account, instanceId), out var seen) ? null
        : kind == InstanceDependents.Disk ? seen.Disks
        : kind == InstanceDependents.Eip ? seen.Eips
        : null;

    /// <summary>What is attached to an instance without a doubt, and neither in the recycle bin nor on its way there.</summary>
    private static IEnumerable<string> Attached(Holding holding, IEnumerable<ZecObject> things, ResourceKind kind) => things
        .Where(thing => !holding.Doubts.ContainsKey(thing) && !kind.States.IsOnWayOut(kind.StateOf(thing)))
        .Select(kind.IdOf);

    private static async Task<(IReadOnlyList<TItem> Items, ZecException? Failure)> FindAsync<TItem>(
        ZecClient client, ZecCallOptions call, KindList list, IEnumerable<string> ids, CancellationToken stop)
        where TItem : ZecObject
    {
        string[] wanted = [.. ids.Distinct(StringComparer.Ordinal)];
        try
        {
            var found = wanted.Length == 0 ? [] : (await list.FindAsync(client, call, wanted, stop).ConfigureAwait(false)).Values;
            return ([.. found.Cast<TItem>()], null);
        }
        catch (ZecException failure)
        {
            // Only a read failed: nothing was changed, whatever became of it.
            failure.Aftermath = failure.Aftermath == Aftermath.Unknown ? Aftermath.NotCarriedOut : failure.Aftermath;
            return ([], failure);
        }
    }

    /// <param name="Ids">The IDs of what was attached.</param>
    /// <param name="Failure">Why they were not read; null where they were.</param>
    private sealed record Side(HashSet<string> Ids, ZecException? Failure);

    private sealed record Seen(Side Disks, Side Eips);
}
