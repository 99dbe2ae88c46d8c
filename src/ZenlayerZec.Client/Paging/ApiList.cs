namespace ZenlayerZec.Client.Paging;

/// <summary>What a listing of any kind found.</summary>
public sealed class ApiList
{
    internal ApiList(IReadOnlyList<object?> items, int totalCount, bool isSettled)
    {
        Items = items;
        TotalCount = totalCount;
        IsSettled = isSettled;
    }

    /// <summary>The items, each once, in the service's order; as the values of an <see cref="Api.ApiObject"/>.</summary>
    public IReadOnlyList<object?> Items { get; }

    /// <summary>How many there are, by the service's last word.</summary>
    public int TotalCount { get; }

    /// <summary>False where the list kept changing under every look: something may be missing.</summary>
    public bool IsSettled { get; }
}
