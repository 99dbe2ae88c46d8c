using System.Collections;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>Completes a region's ID, by ID or by name.</summary>
internal sealed class RegionIdCompleter : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
        => [.. (await connection.Catalogue.RegionsAsync().ConfigureAwait(false)).Select(region => new Suggestion(region.RegionId, region.RegionName, region.RegionTitle))];
}
