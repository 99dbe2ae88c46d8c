namespace ZenlayerZec.Client.Models;

/// <summary>Keeps lists at the size of what is in them: as they are read they have room to grow, and most have one item or none.</summary>
internal static class Compact
{
    public static IReadOnlyList<T> List<T>(IReadOnlyList<T>? list) => list switch
    {
        null or { Count: 0 } => [],
        T[] exact => exact,
        _ => [.. list],
    };
}
