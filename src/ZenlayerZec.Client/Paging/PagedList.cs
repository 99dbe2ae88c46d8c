namespace ZenlayerZec.Client.Paging;

/// <summary>What reading a list's pages found.</summary>
/// <param name="Rows">The rows, each once, in the service's order.</param>
/// <param name="TotalCount">How many there are, by the service's last word.</param>
/// <param name="Earlier">What only an earlier look saw; it may be gone by now.</param>
internal sealed record PagedList<TRow>(IReadOnlyList<TRow> Rows, int TotalCount, IReadOnlyList<TRow> Earlier)
{
    /// <summary>False where the list kept changing under every look: something new may be missing.</summary>
    public bool IsSettled { get; init; } = true;
}
