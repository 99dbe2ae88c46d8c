using System.Collections;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>
/// Completes the ID of a thing, by ID or by name. Of an account with over a thousand of a kind it knows the first thousand: the service
/// finds no IDs by their beginning, and nobody chooses from more.
/// </summary>
/// <param name="kind">The kind of thing.</param>
internal abstract class IdCompleter(ResourceKind kind) : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
        => [.. (await connection.Catalogue.ThingsAsync(kind).ConfigureAwait(false))
            .Select(thing => new Suggestion(kind.IdOf(thing), kind.NameOf(thing), kind.DetailOf(thing)))];
}
