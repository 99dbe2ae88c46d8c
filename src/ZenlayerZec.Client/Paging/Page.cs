using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Paging;

/// <summary>One page of a list, as the service numbers them.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="TotalCount">How many rows all pages have together, by the service's word of the moment.</param>
internal sealed record Page<TRow>(IReadOnlyList<TRow> Rows, int TotalCount)
{
    /// <summary>How many more rows it has, which have no ID.</summary>
    public int Unnamed { get; init; }

    /// <summary>How many rows came.</summary>
    public int Count => Rows.Count + Unnamed;
}

/// <summary>Makes pages of answers.</summary>
internal static class Page
{
    /// <summary>The page that an answer is.</summary>
    /// <param name="rows">Its rows; null where it has none.</param>
    /// <param name="totalCount">Its total.</param>
    /// <param name="answer">The answer.</param>
    public static Page<TRow> Of<TRow>(IReadOnlyList<TRow>? rows, int? totalCount, IPage answer)
        => new(rows ?? [], totalCount!.Value) { Unnamed = answer.Unnamed };
}
