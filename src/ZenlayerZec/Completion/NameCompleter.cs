using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>Completes the name of a thing, among the first thousand of its kind, such that a wildcard in it stands for itself.</summary>
/// <param name="kind">The kind of thing.</param>
internal abstract class NameCompleter(ResourceKind kind) : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
        => [.. (await connection.Catalogue.ThingsAsync(kind).ConfigureAwait(false))
            .Where(thing => !string.IsNullOrEmpty(kind.NameOf(thing)))
            .GroupBy(thing => kind.NameOf(thing)!, StringComparer.Ordinal)
            .Select(same => new Suggestion(
                WildcardPattern.Escape(same.Key),
                Detail: same.Count() == 1 ? $"{kind.StateOf(same.First())}, {kind.IdOf(same.First())}" : kind.Count(same.Count())))];
}
