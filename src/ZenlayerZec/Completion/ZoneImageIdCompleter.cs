using System.Collections;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>
/// Completes an image's ID, by ID or by name: one of the zone's, or one of the account's own where -Custom asks for those. The API lists no other
/// images without a zone; where it is not known, those are suggested that instances were made from.
/// </summary>
internal sealed class ZoneImageIdCompleter : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
        => await ZoneImageCompleter.ImagesAsync(connection, bound, ZoneId(bound)).ConfigureAwait(false) is { } images
            ? [.. images.Select(image => new Suggestion(image.ImageId, image.ImageName))]
            : [.. (await connection.Catalogue.ThingsAsync(InstanceKind.Kind).ConfigureAwait(false))
                .Cast<ZecInstance>()
                .Where(instance => instance.ImageId is not null)
                .GroupBy(instance => instance.ImageId!, StringComparer.Ordinal)
                .Select(same => new Suggestion(same.Key, same.First().ImageName))];
}
