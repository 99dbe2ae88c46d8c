using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Client.Kinds;

/// <summary>Which things of a kind nobody uses, whatever the type of the request is.</summary>
internal abstract class UnusedThings
{
    /// <summary>What they were made of, which has to be gone; null where something else tells.</summary>
    public GoneSource? Gone { get; init; }

    /// <summary>Lists them.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the calls.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="Errors.ZecException">A call failed.</exception>
    public abstract Task<ItemList<ZecObject>> ListAsync(ZecClient client, ZecCallOptions call, CancellationToken cancellationToken);
}

/// <summary>Which things of a kind nobody uses: for the Get- cmdlet's -Unused, and for what lists them of several kinds.</summary>
/// <param name="list">How things of the kind are listed.</param>
internal sealed class UnusedThings<TRequest, TItem>(KindList<TRequest, TItem> list) : UnusedThings
    where TRequest : new()
    where TItem : ZecObject
{
    /// <summary>Whether a thing is one. That what it was made of is gone is seen by another look.</summary>
    public Func<TItem, bool> IsOne { get; init; } = _ => true;

    /// <summary>Narrows a request to them; null where the service has no such filter.</summary>
    public Action<TRequest>? Ask { get; init; }

    /// <summary>Whether the service's filter, or the look after it, says it all.</summary>
    public bool IsExact => Ask is not null || Gone is not null;

    public override async Task<ItemList<ZecObject>> ListAsync(ZecClient client, ZecCallOptions call, CancellationToken cancellationToken)
    {
        var request = new TRequest();
        Ask?.Invoke(request);
        var all = await list.Lister(client, call).ListAsync(request, cancellationToken).ConfigureAwait(false);
        TItem[] unused = [.. all.Items.Where(IsOne)];
        if (Gone is not null)
        {
            unused = await Gone.WithoutAsync(client, call, unused, cancellationToken).ConfigureAwait(false);
        }

        return new ItemList<ZecObject>(unused, unused.Length, all.IsSettled);
    }
}
