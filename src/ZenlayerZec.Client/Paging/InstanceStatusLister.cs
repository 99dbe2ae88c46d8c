using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Paging;

/// <summary>Lists the states of instances to the last one, and looks them up by ID.</summary>
/// <param name="client">The connection.</param>
/// <param name="call">Options for these calls.</param>
public sealed class InstanceStatusLister(ZecClient client, ZecCallOptions call)
    : IdLister<DescribeInstancesStatusRequest, ZecInstanceStatus>(
        ZecActions.DescribeInstancesStatus.Name,
        client,
        call,
        DescribeInstancesStatusRequest.MaximumPageSize,
        DescribeInstancesStatusRequest.MaximumInstanceIds)
{
    private protected override string IdOf(ZecInstanceStatus item) => item.InstanceId;

    private protected override DescribeInstancesStatusRequest Among(IReadOnlyList<string> ids, DescribeInstancesStatusRequest filter)
        => ((IListRequest<DescribeInstancesStatusRequest>)filter).Among(ids);

    private protected override async Task<Page<ZecInstanceStatus>> ReadAsync(
        DescribeInstancesStatusRequest filter, int number, int size, CancellationToken cancellationToken)
    {
        var page = await Client.DescribeInstancesStatusAsync(((IListRequest<DescribeInstancesStatusRequest>)filter).At(number, size), Call, cancellationToken).ConfigureAwait(false);
        return Page.Of(page.DataSet, page.TotalCount, page);
    }
}
