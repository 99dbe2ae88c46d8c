using System.Collections;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>Completes a zone's ID, by ID or by name.</summary>
internal sealed class ZoneIdCompleter : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
        => [.. (await connection.Catalogue.ZonesAsync().ConfigureAwait(false)).Select(zone => new Suggestion(zone.ZoneId, zone.ZoneName, zone.CountryName))];
}
