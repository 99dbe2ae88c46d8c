using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Api;

/// <summary>A page of a list, as an answer has it.</summary>
internal interface IPage
{
    /// <summary>How many items were left out, since nothing can be done with an item that has no ID.</summary>
    int Unnamed { get; }
}

/// <summary>A page of items of one type.</summary>
internal interface IPage<out TItem> : IPage
{
    /// <summary>How many items match, on all pages together.</summary>
    int? TotalCount { get; }

    /// <summary>The items of the page; null if the service sends no list for an empty page.</summary>
    IReadOnlyList<TItem>? DataSet { get; }
}

/// <summary>The items of a page that have no ID.</summary>
internal static class Unnamed
{
    /// <summary>Leaves them out, and notes each.</summary>
    /// <param name="items">The items of the page.</param>
    /// <param name="id">The ID of one.</param>
    /// <param name="field">The API's name for the ID.</param>
    /// <param name="odd">Where they are noted.</param>
    public static (IReadOnlyList<T>? Named, int Unnamed) LeaveOut<T>(IReadOnlyList<T>? items, Func<T, string?> id, string field, OddValues odd)
    {
        if (items is null || !items.Any(IsUnnamed))
        {
            return (items, 0);
        }

        T[] named = [.. items.Where(item => !IsUnnamed(item))];
        for (var left = items.Count - named.Length; left > 0; left--)
        {
            odd.NoteMissing(field);
        }

        return (named, items.Count - named.Length);

        bool IsUnnamed(T item) => string.IsNullOrEmpty(id(item));
    }
}
