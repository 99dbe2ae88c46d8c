using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Paging;

/// <summary>Lists instances to the last one, and looks them up by ID.</summary>
/// <param name="client">The connection.</param>
/// <param name="call">Options for these calls.</param>
public sealed class InstanceLister(ZecClient client, ZecCallOptions call) : IdLister<DescribeInstancesRequest, ZecInstance>(
    ZecActions.DescribeInstances.Name, client, call, DescribeInstancesRequest.MaximumPageSize, DescribeInstancesRequest.MaximumInstanceIds)
{
    /// <summary>Looks instances up by ID, a hundred a request.</summary>
    /// <param name="instanceIds">The IDs.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>Those that are there, by ID.</returns>
    /// <exception cref="Errors.ZecException">A call failed.</exception>
    public Task<IReadOnlyDictionary<string, ZecInstance>> FindAsync(IReadOnlyList<string> instanceIds, CancellationToken cancellationToken)
        => FindAsync(instanceIds, new DescribeInstancesRequest(), cancellationToken);

    private protected override string IdOf(ZecInstance item) => item.InstanceId;

    private protected override DescribeInstancesRequest Among(IReadOnlyList<string> ids, DescribeInstancesRequest filter)
        => ((IListRequest<DescribeInstancesRequest>)filter).Among(ids);

    private protected override async Task<Page<ZecInstance>> ReadAsync(
        DescribeInstancesRequest filter, int number, int size, CancellationToken cancellationToken)
    {
        var page = await Client.DescribeInstancesAsync(((IListRequest<DescribeInstancesRequest>)filter).At(number, size), Call, cancellationToken).ConfigureAwait(false);
        return Page.Of(page.DataSet, page.TotalCount, page);
    }
}
