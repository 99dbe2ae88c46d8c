namespace ZenlayerZec.Client.Paging;

/// <summary>What a listing found.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class ItemList<T>
{
    internal ItemList(IReadOnlyList<T> items, int totalCount, bool isSettled)
    {
        Items = items;
        TotalCount = totalCount;
        IsSettled = isSettled;
    }

    /// <summary>The items, each once, in the service's order.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>How many match, by the service's last word.</summary>
    public int TotalCount { get; }

    /// <summary>False where the list kept changing under every look: something new may not be in it.</summary>
    public bool IsSettled { get; }
}
