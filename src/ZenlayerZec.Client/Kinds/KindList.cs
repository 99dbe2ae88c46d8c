using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Client.Kinds;

/// <summary>How things of a kind are listed, whatever the type of the request is.</summary>
internal abstract class KindList
{
    /// <summary>What the first page has at the most.</summary>
    private protected const int FirstPage = 1000;

    /// <summary>Looks things up by ID.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the calls.</param>
    /// <param name="ids">The IDs.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <param name="progress">Told how many items were read of how many, after every page; from any thread.</param>
    /// <returns>Those that are there; one that is not among them is not there.</returns>
    /// <exception cref="Errors.ZecException">The look failed, or was not whole: nothing is known of any ID.</exception>
    public abstract Task<IReadOnlyDictionary<string, ZecObject>> FindAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, CancellationToken cancellationToken, Action<int, int>? progress = null);

    /// <summary>Reads the first page of all, for suggestions.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the calls.</param>
    /// <returns>The things; never more than a page has.</returns>
    public abstract Task<IReadOnlyList<ZecObject>> FirstPageAsync(ZecClient client, ZecCallOptions call);
}

/// <summary>How things of a kind are listed by one action.</summary>
/// <param name="lister">Makes what lists them.</param>
internal sealed class KindList<TRequest, TItem>(Func<ZecClient, ZecCallOptions, IdLister<TRequest, TItem>> lister) : KindList
    where TRequest : new()
    where TItem : ZecObject
{
    /// <summary>Makes what lists them.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the calls.</param>
    public IdLister<TRequest, TItem> Lister(ZecClient client, ZecCallOptions call) => lister(client, call);

    public override async Task<IReadOnlyDictionary<string, ZecObject>> FindAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, CancellationToken cancellationToken, Action<int, int>? progress = null)
    {
        var reader = lister(client, call);
        reader.Progress = progress;
        var found = await reader.FindAsync(ids, new TRequest(), cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(item => item.Key, item => (ZecObject)item.Value, StringComparer.Ordinal);
    }

    public override async Task<IReadOnlyList<ZecObject>> FirstPageAsync(ZecClient client, ZecCallOptions call)
        => (await lister(client, call).TakeAsync(new TRequest(), FirstPage, match: null, CancellationToken.None).ConfigureAwait(false)).Items;
}
