using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Paging;

/// <summary>
/// Reads lists of instances to their end. The service pages by number: when instances come or go between two pages, rows move
/// and a page skips some. A look whose pages do not fit together is followed by another, never by a short list.
/// </summary>
/// <param name="client">The connection.</param>
/// <param name="call">What these calls do differently.</param>
public sealed class InstanceLister(ZecClient client, ZecCallOptions call)
{
    private const int MostLooks = 5;

    /// <summary>Told how many instances were read of how many, after every page; from any thread.</summary>
    public Action<int, int>? Progress { get; set; }

    /// <summary>Lists every instance that matches.</summary>
    /// <param name="filter">The filters; its page is ignored.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The whole list.</returns>
    public async Task<InstanceList> ListAsync(DescribeInstancesRequest filter, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, ZecInstance>(StringComparer.Ordinal);
        Look look;
        var looks = 0;
        do
        {
            look = await LookAsync(filter, int.MaxValue, null, cancellationToken).ConfigureAwait(false);
            if (look.IsWhole)
            {
                return new InstanceList(look.Instances, look.TotalCount, isSettled: true);
            }

            foreach (var instance in look.Instances)
            {
                seen[instance.InstanceId] = instance;
            }
        }
        while (++looks < MostLooks);

        foreach (var instance in look.Instances)
        {
            seen.Remove(instance.InstanceId);
        }

        // What only an earlier look saw may be gone by now, or no longer match: ask for it by ID, with the same filters.
        var again = await FindAsync([.. seen.Keys], filter, cancellationToken).ConfigureAwait(false);
        return new InstanceList([.. look.Instances, .. again.Values], look.TotalCount, isSettled: false);
    }

    /// <summary>Lists from the start until enough match: what <c>-First</c> asks for. Not a snapshot, as no bounded list can be.</summary>
    /// <param name="filter">The filters; its page is ignored.</param>
    /// <param name="count">How many are enough.</param>
    /// <param name="match">What more an instance must be; null where the service's filters say it all.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>At most <paramref name="count"/> instances.</returns>
    public async Task<InstanceList> TakeAsync(
        DescribeInstancesRequest filter, int count, Func<ZecInstance, bool>? match, CancellationToken cancellationToken)
    {
        var look = await LookAsync(filter, count, match, cancellationToken).ConfigureAwait(false);
        return new InstanceList([.. look.Instances.Take(count)], look.TotalCount, isSettled: true);
    }

    /// <summary>Looks instances up by ID, a hundred a request.</summary>
    /// <param name="instanceIds">The IDs.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>Those that are there, by ID.</returns>
    public Task<IReadOnlyDictionary<string, ZecInstance>> FindAsync(IReadOnlyList<string> instanceIds, CancellationToken cancellationToken)
        => FindAsync(instanceIds, new DescribeInstancesRequest(), cancellationToken);

    private async Task<IReadOnlyDictionary<string, ZecInstance>> FindAsync(
        IReadOnlyList<string> instanceIds, DescribeInstancesRequest filter, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ZecInstance>(StringComparer.Ordinal);
        for (var start = 0; start < instanceIds.Count; start += DescribeInstancesRequest.MaximumInstanceIds)
        {
            var wanted = instanceIds.Skip(start).Take(DescribeInstancesRequest.MaximumInstanceIds).ToArray();
            var request = filter.Copy();
            request.InstanceIds = wanted;
            var look = await LookAsync(request, int.MaxValue, null, cancellationToken).ConfigureAwait(false);
            foreach (var instance in look.Instances)
            {
                found[instance.InstanceId] = instance;
            }
        }

        return found;
    }

    /// <summary>Reads pages in order until enough instances match, or there are no more.</summary>
    private async Task<Look> LookAsync(
        DescribeInstancesRequest filter, int enough, Func<ZecInstance, bool>? match, CancellationToken cancellationToken)
    {
        var request = filter.Copy();
        request.PageSize = match is null
            ? Math.Min(DescribeInstancesRequest.MaximumPageSize, Math.Max(enough, 1))
            : DescribeInstancesRequest.MaximumPageSize;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var instances = new List<ZecInstance>();
        var rows = 0;
        int? total = null;
        var fits = true;
        for (var page = 1; ; page++)
        {
            request.PageNum = page;
            var answer = await client.DescribeInstancesAsync(request, call, cancellationToken).ConfigureAwait(false);
            var read = answer.DataSet!;
            fits &= total is null || total == answer.TotalCount;
            total = answer.TotalCount!.Value;
            rows += read.Count;
            var before = ids.Count;
            instances.AddRange(read.Where(instance => ids.Add(instance.InstanceId) && match?.Invoke(instance) != false));
            Progress?.Invoke(ids.Count, total.Value);
            if (instances.Count >= enough || rows >= total || ids.Count == before)
            {
                return new Look(instances, total.Value, fits && ids.Count == total);
            }

            if (page == 1 && read.Count < request.PageSize)
            {
                // The service gives smaller pages than asked for. From here on ask for what it gives, so that the page number
                // counts the same rows on both sides.
                request.PageSize = read.Count;
            }
        }
    }

    /// <summary>One reading of the pages; whole where they fit together and are all there.</summary>
    private sealed record Look(List<ZecInstance> Instances, int TotalCount, bool IsWhole);
}
