namespace ZenlayerZec.Client.Costs;

/// <summary>What a read found that a plan can do without.</summary>
/// <param name="Items">The items.</param>
/// <param name="Lack">Why they may not be all, as a sentence; null where they are.</param>
/// <param name="IsRead">Whether they were read at all.</param>
/// <param name="IsOfAll">Whether they are those of the whole account, and not only of what was named.</param>
internal sealed record Found<T>(IReadOnlyList<T> Items, string? Lack, bool IsRead = true, bool IsOfAll = false);
