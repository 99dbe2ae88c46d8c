namespace ZenlayerZec.Client.Paging;

/// <summary>One page of a list, as the service numbers them.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="TotalCount">How many rows all pages have together, by the service's word of the moment.</param>
internal sealed record Page<TRow>(IReadOnlyList<TRow> Rows, int TotalCount);
