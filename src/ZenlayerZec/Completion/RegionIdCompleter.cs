using System.Collections;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>Completes a region's ID, by ID or by the city of its zones.</summary>
internal sealed class RegionIdCompleter : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound) =>
    [
        .. (await connection.Catalogue.ZonesAsync().ConfigureAwait(false)).Where(zone => zone.RegionId is not null).GroupBy(zone => zone.RegionId)
            .Select(region => new Suggestion(region.Key!, region.First().CityName, region.First().CountryName)),
    ];
}
