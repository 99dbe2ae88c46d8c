using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Paging;

/// <summary>Lists what an action has pages of, where nothing about it is special.</summary>
/// <param name="action">The action.</param>
/// <param name="idOf">What an item is known by.</param>
/// <param name="client">The connection.</param>
/// <param name="call">Options for these calls.</param>
/// <param name="pageSize">The most items that a page has.</param>
/// <param name="mostIds">The most IDs that a request names.</param>
internal sealed class ActionLister<TRequest, TResponse, TItem>(
    ZecAction<TRequest, TResponse> action, Func<TItem, string> idOf, ZecClient client, ZecCallOptions call, int pageSize = 1000, int mostIds = 100)
    : IdLister<TRequest, TItem>(action.Name, client, call, pageSize, mostIds)
    where TRequest : IListRequest<TRequest>
    where TResponse : class, IPage<TItem>
    where TItem : ZecObject
{
    private protected override string IdOf(TItem item) => idOf(item);

    private protected override TRequest Among(IReadOnlyList<string> ids, TRequest filter) => filter.Among(ids);

    private protected override async Task<Page<TItem>> ReadAsync(TRequest filter, int number, int size, CancellationToken cancellationToken)
    {
        var page = await Client.ListAsync(action, filter.At(number, size), Call, answer => answer.DataSet, cancellationToken).ConfigureAwait(false);
        return Page.Of(page.DataSet, page.TotalCount, page);
    }
}
