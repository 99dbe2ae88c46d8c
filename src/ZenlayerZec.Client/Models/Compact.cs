namespace ZenlayerZec.Client.Models;

/// <summary>Trims lists to their length, since the reader leaves room to grow and most have one item or none, and gives them a text.</summary>
internal static class Compact
{
    /// <summary>Whether the service said that a list is empty, with nothing or null in it. A list that it left out may be anything.</summary>
    public static bool IsEmpty<T>(IReadOnlyList<T> list) => list.Count == 0 && !ReferenceEquals(list, TextList<T>.Unsaid);

    public static IReadOnlyList<T> List<T>(IReadOnlyList<T>? list) => list switch
    {
        T[] exact => (TextList<T>)exact,
        TextList<T> same => same,
        null or { Count: 0 } => TextList<T>.None,
        _ => (TextList<T>)list.ToArray(),
    };
}
