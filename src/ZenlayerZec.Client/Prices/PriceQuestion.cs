using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Prices;

/// <summary>A question for a price, equal to another one that asks the same.</summary>
internal abstract record PriceQuestion
{
    /// <summary>Asks it.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the call.</param>
    /// <param name="ids">The things that it is asked for, each of which costs the same; one null where they are not there yet.</param>
    /// <param name="stop">Cancels the call.</param>
    /// <returns>The prices of the items, those of each thing.</returns>
    public abstract Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop);

    /// <summary>The items that are not in an answer and have to be: the sum of the others would be too small.</summary>
    /// <param name="items">The items of the answer.</param>
    public virtual IEnumerable<string> Lacking(ICollection<string> items) => [];
}
