using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Kinds;

/// <summary>What things of a kind were made of, for those that outlived it: a snapshot whose disk is gone.</summary>
/// <param name="Kind">The kind of what they were made of.</param>
/// <param name="IdOf">The ID that a thing has of it; null or empty where it says none.</param>
internal sealed record GoneSource(ResourceKind Kind, Func<ZecObject, string?> IdOf)
{
    /// <summary>Those whose source no longer exists. What says no source may have one.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the calls.</param>
    /// <param name="items">The things.</param>
    /// <param name="cancellationToken">Cancels the look.</param>
    /// <exception cref="Errors.ZecException">The look failed, or was not whole: nothing is known of any source.</exception>
    public async Task<TItem[]> WithoutAsync<TItem>(ZecClient client, ZecCallOptions call, IReadOnlyList<TItem> items, CancellationToken cancellationToken)
    {
        string[] ids = [.. items.Select(Said).OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];
        var there = await Kind.List.FindAsync(client, call, ids, cancellationToken).ConfigureAwait(false);
        return [.. items.Where(item => Said(item) is { Length: > 0 } id && !there.ContainsKey(id))];

        // Not a constraint: a base of cmdlets that names the type of a constraint cannot be inspected before the client is loaded.
        string? Said(TItem item) => IdOf((ZecObject)(object)item!);
    }
}
