namespace ZenlayerZec.Client.Models;

/// <summary>Trims lists to their length: the reader leaves room to grow, and most lists have one item or none.</summary>
internal static class Compact
{
    public static IReadOnlyList<T> List<T>(IReadOnlyList<T>? list) => list switch
    {
        null or { Count: 0 } => [],
        T[] exact => exact,
        _ => [.. list],
    };
}
