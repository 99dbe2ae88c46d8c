using ZenlayerZec.Client;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Commands.Bases;

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
}
