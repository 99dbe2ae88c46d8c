using System.Collections.ObjectModel;

namespace ZenlayerZec.Client.Models;

/// <summary>
/// A read-only list whose text is that of its items, so that a file has them where it would have the name of a type, such as one that
/// Export-Csv writes. In a script it is used as an array is.
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class TextList<T> : ReadOnlyCollection<T>
{
    private TextList(T[] items)
        : base(items)
    {
    }

    /// <summary>The list without items.</summary>
    internal static TextList<T> None { get; } = new([]);

    /// <summary>What an object has whose answer leaves the list out: it has no items either.</summary>
    internal static TextList<T> Unsaid { get; } = new([]);

    /// <summary>The number of items, by the name that an array has for it: PowerShell would answer 1 for any object that lacks it.</summary>
    public int Length => Count;

    /// <summary>The list of the items of an array, which must not change any more.</summary>
    /// <param name="items">The items.</param>
    public static implicit operator TextList<T>(T[]? items) => items is null or { Length: 0 } ? None : new TextList<T>(items);

    /// <summary>
    /// The items: IDs and other texts with spaces between them, as PowerShell writes an array into a string, so that -split finds them again;
    /// others, whose texts have spaces, with semicolons.
    /// </summary>
    public override string ToString() => string.Join(typeof(T) == typeof(string) ? " " : "; ", this);
}
