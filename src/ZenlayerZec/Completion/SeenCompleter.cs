using System.Collections;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>Completes what the account's things of a kind have, among the first thousand.</summary>
/// <param name="kind">The kind of thing.</param>
/// <param name="seen">The values of a thing, with their names where they have any.</param>
internal abstract class SeenCompleter(ResourceKind kind, Func<ZecObject, IEnumerable<Suggestion?>> seen) : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
        => [.. (await connection.Catalogue.ThingsAsync(kind).ConfigureAwait(false)).SelectMany(seen).OfType<Suggestion>()];

    /// <summary>A value; null where there is none.</summary>
    protected static Suggestion? Of(string? value, string? name = null) => string.IsNullOrEmpty(value) ? null : new Suggestion(value!, name);
}
