using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Client.Costs;

/// <summary>
/// Lists what may belong to instances: all that the account has, or only what the instances name, whichever takes fewer requests. A list that
/// cannot be read is empty, and says why.
/// </summary>
/// <param name="client">The connection.</param>
/// <param name="call">Options for the calls.</param>
/// <param name="instances">The instances.</param>
/// <param name="progress">Told what is read, how many items were read, and of how many; from any thread.</param>
internal sealed class DependentLists(ZecClient client, ZecCallOptions call, IReadOnlyList<ZecInstance> instances, Action<string, int, int>? progress)
{
    private const int PageSize = 1000;

    /// <summary>The most disks that a request names.</summary>
    private const int MostDisks = 100;

    private readonly string[] _diskIds = [.. instances.SelectMany(DisksOf).Distinct(StringComparer.Ordinal)];

    /// <summary>The IDs of the disks that an instance names.</summary>
    /// <param name="instance">The instance.</param>
    public static IEnumerable<string> DisksOf(ZecInstance instance)
        => instance.DataDisks.Select(disk => disk.DiskId).Prepend(instance.SystemDisk?.DiskId).OfType<string>().Where(id => id.Length > 0);

    /// <summary>The disks. Named by their IDs, those in the recycle bin come by another list: their instances do not name them any more.</summary>
    /// <param name="stop">Cancels the calls.</param>
    public Task<Found<ZecDisk>> DisksAsync(CancellationToken stop) => ReadAsync(
        DiskKind.Kind, DiskKind.List, Parts(_diskIds.Length, MostDisks) + 1, (lister, token) => NamedDisksAsync(lister, token), stop);

    /// <summary>The elastic IPs. A request may name one instance.</summary>
    /// <param name="stop">Cancels the calls.</param>
    public Task<Found<ZecEip>> EipsAsync(CancellationToken stop) => ReadAsync(
        EipKind.Kind,
        EipKind.List,
        instances.Count,
        (lister, token) => InPartsAsync(instances, 1, part => lister.ListAsync(new DescribeEipsRequest { InstanceId = part[0].InstanceId }, token), token),
        stop);

    /// <summary>The snapshots of the disks that the instances name.</summary>
    /// <param name="stop">Cancels the calls.</param>
    public Task<Found<ZecSnapshot>> SnapshotsAsync(CancellationToken stop) => SnapshotsAsync(_diskIds, stop);

    /// <summary>The snapshots of those of some disks that the instances do not name.</summary>
    /// <param name="disks">The disks.</param>
    /// <param name="stop">Cancels the calls.</param>
    public Task<Found<ZecSnapshot>> OtherSnapshotsAsync(IEnumerable<ZecDisk> disks, CancellationToken stop)
        => SnapshotsAsync([.. disks.Select(disk => disk.DiskId).Except(_diskIds, StringComparer.Ordinal)], stop);

    private Task<Found<ZecSnapshot>> SnapshotsAsync(string[] diskIds, CancellationToken stop)
        => diskIds.Length == 0 ? Task.FromResult(new Found<ZecSnapshot>([], null)) : ReadAsync(
            SnapshotKind.Kind,
            SnapshotKind.List,
            Parts(diskIds.Length, MostDisks),
            (lister, token) => InPartsAsync(diskIds, MostDisks, part => lister.ListAsync(new DescribeSnapshotsRequest { DiskIds = part }, token), token),
            stop);

    private static int Parts(int count, int size) => (count + size - 1) / size;

    private async Task<Found<TItem>> ReadAsync<TRequest, TItem>(
        ResourceKind kind,
        KindList<TRequest, TItem> list,
        int parts,
        Func<IdLister<TRequest, TItem>, CancellationToken, Task<Found<TItem>>> readNamed,
        CancellationToken stop)
        where TRequest : new()
        where TItem : ZecObject
    {
        try
        {
            var lister = list.Lister(client, call);
            lister.Progress = (read, total) => progress?.Invoke(kind.Plural, read, total);
            var all = await lister.ListUnlessAsync(new TRequest(), total => Parts(total, PageSize) - 1 > parts, stop).ConfigureAwait(false);
            lister.Progress = null;
            var found = all is null ? await readNamed(lister, stop).ConfigureAwait(false) : Of(all) with { IsOfAll = true };
            return found.Lack is null ? found : found with { Lack = $"The list of {kind.Plural} {found.Lack}" };
        }
        catch (ZecException failure) when (!failure.FailsEveryAction)
        {
            return new Found<TItem>([], CostReader.Why($"The {kind.Plural} could not be read", failure), IsRead: false);
        }
    }

    private static Found<TItem> Of<TItem>(ItemList<TItem> list)
        => new(list.Items, list.IsSettled ? null : "kept changing while it was read, so that what is new may be missing.");

    private async Task<Found<ZecDisk>> NamedDisksAsync(IdLister<DescribeDisksRequest, ZecDisk> lister, CancellationToken stop)
    {
        var binned = lister.ListAsync(new DescribeDisksRequest { DiskStatus = DiskStatus.Recycled }, stop);
        var named = lister.FindAsync(_diskIds, new DescribeDisksRequest(), stop);
        await Task.WhenAll(binned, named).ConfigureAwait(false);
        var (bin, byId) = (Of(await binned.ConfigureAwait(false)), await named.ConfigureAwait(false));
        return bin with { Items = [.. byId.Values, .. bin.Items.Where(disk => !byId.ContainsKey(disk.DiskId))] };
    }

    private async Task<Found<TItem>> InPartsAsync<TPart, TItem>(
        IReadOnlyList<TPart> all, int size, Func<IReadOnlyList<TPart>, Task<ItemList<TItem>>> read, CancellationToken stop)
    {
        var found = new List<Found<TItem>>();
        await Concurrently.InPartsAsync(all, size, client.LimitOf(call), (part, _) => read(part), list => found.Add(Of(list)), stop).ConfigureAwait(false);
        return new Found<TItem>([.. found.SelectMany(part => part.Items)], found.Select(part => part.Lack).FirstOrDefault(lack => lack is not null));
    }
}
