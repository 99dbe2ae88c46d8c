namespace ZenlayerZec.Filters;

/// <summary>A field by which listed items belong to the objects that are piped: in the request, and in an item.</summary>
/// <param name="Set">Puts the IDs of the owners into a request.</param>
/// <param name="Read">The ID of an item's owner.</param>
/// <param name="Most">How many IDs a request takes; where there are more, none is sent, and all is read.</param>
internal sealed record OwnerField<TRequest, TItem>(Action<TRequest, IReadOnlyList<string>> Set, Func<TItem, string?> Read, int Most = 1);
