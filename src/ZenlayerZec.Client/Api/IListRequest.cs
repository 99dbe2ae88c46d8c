namespace ZenlayerZec.Client.Api;

/// <summary>A request that lists things page by page, and can name some of them by ID.</summary>
internal interface IListRequest<out TSelf>
{
    /// <summary>The same filters for these IDs only.</summary>
    TSelf Among(IReadOnlyList<string> ids);

    /// <summary>The same filters for a page, from 1.</summary>
    TSelf At(int page, int size);
}
