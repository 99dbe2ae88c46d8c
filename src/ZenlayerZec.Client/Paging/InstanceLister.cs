using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Paging;

/// <summary>Lists instances to the last one, and looks them up by ID; several requests at a time.</summary>
/// <param name="client">The connection.</param>
/// <param name="call">What these calls do differently.</param>
public sealed class InstanceLister(ZecClient client, ZecCallOptions call)
{
    /// <summary>Told how many instances were read of how many, after every page; from any thread.</summary>
    public Action<int, int>? Progress { get; set; }

    /// <summary>Lists every instance that matches.</summary>
    /// <param name="filter">The filters; its page is ignored.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The whole list.</returns>
    public async Task<InstanceList> ListAsync(DescribeInstancesRequest filter, CancellationToken cancellationToken)
    {
        var list = await Reader(filter).ListAsync(cancellationToken).ConfigureAwait(false);
        if (list.IsSettled)
        {
            return new InstanceList(list.Rows, list.TotalCount, isSettled: true);
        }

        // What only an earlier look saw may be gone by now, or no longer match: ask for it by ID, with the same filters.
        var again = await FindAsync([.. list.Earlier.Select(instance => instance.InstanceId)], filter, cancellationToken).ConfigureAwait(false);
        return new InstanceList([.. list.Rows, .. again.Values], list.TotalCount, isSettled: false);
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
        var list = await Reader(filter).TakeAsync(count, match, cancellationToken).ConfigureAwait(false);
        return new InstanceList(list.Rows, list.TotalCount, isSettled: true);
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
        const int Size = DescribeInstancesRequest.MaximumInstanceIds;
        var lists = await Concurrently.RunAsync(
            (instanceIds.Count + Size - 1) / Size,
            client.LimitOf(call),
            (index, token) =>
            {
                var request = filter.Copy();
                request.InstanceIds = [.. instanceIds.Skip(index * Size).Take(Size)];
                return Reader(request).TakeAsync(int.MaxValue, null, token);
            },
            cancellationToken).ConfigureAwait(false);

        var found = new Dictionary<string, ZecInstance>(StringComparer.Ordinal);
        foreach (var instance in lists.SelectMany(list => list.Rows))
        {
            found[instance.InstanceId] = instance;
        }

        return found;
    }

    private PageReader<ZecInstance> Reader(DescribeInstancesRequest filter) => new(
        async (number, size, token) =>
        {
            var request = filter.Copy();
            request.PageNum = number;
            request.PageSize = size;
            var page = await client.DescribeInstancesAsync(request, call, token).ConfigureAwait(false);
            return new Page<ZecInstance>(page.DataSet!, page.TotalCount!.Value);
        },
        instance => instance.InstanceId,
        DescribeInstancesRequest.MaximumPageSize,
        client.LimitOf(call))
    {
        Progress = Progress,
    };
}
