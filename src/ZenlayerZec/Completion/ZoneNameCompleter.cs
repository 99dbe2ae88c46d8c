using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>Completes a zone's name, such that a wildcard in it stands for itself.</summary>
internal sealed class ZoneNameCompleter : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound) =>
    [
        .. (await connection.Catalogue.ZonesAsync().ConfigureAwait(false))
            .Where(zone => !string.IsNullOrEmpty(zone.ZoneName))
            .Select(zone => new Suggestion(WildcardPattern.Escape(zone.ZoneName), Detail: zone.ZoneId)),
    ];
}
