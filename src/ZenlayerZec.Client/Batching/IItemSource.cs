namespace ZenlayerZec.Client.Batching;

/// <summary>What is left of a run, which its batches take their items from.</summary>
internal interface IItemSource
{
    /// <summary>Takes at most so many of the next items, as long as the same is done to them.</summary>
    /// <param name="most">How many.</param>
    /// <param name="operation">What is done.</param>
    IReadOnlyList<WriteItem> Take(int most, WriteOperation operation);

    /// <summary>Gives items back that a request was too long for; they come next.</summary>
    /// <param name="items">The items, for which nothing was carried out.</param>
    void Return(IReadOnlyList<WriteItem> items);

    /// <summary>The next items, without taking them.</summary>
    /// <param name="most">How many at the most.</param>
    IReadOnlyList<WriteItem> Upcoming(int most);
}
