using System.Collections;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>Completes a time zone that an instance can have.</summary>
internal sealed class TimeZoneCompleter : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
        => [.. (await connection.Catalogue.TimeZonesAsync().ConfigureAwait(false)).Select(name => new Suggestion(name))];
}
