using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>
/// Completes what the images of a zone have, or the account's own ones where -Custom asks for those. The API lists no other images without a zone, so
/// that nothing is suggested before it is known.
/// </summary>
/// <param name="value">The value of an image; null where it has none.</param>
internal abstract class ZoneImageCompleter(Func<ZecImage, string?> value) : AccountCompleter
{
    /// <summary>The images that a command is for; null where that is not known.</summary>
    /// <param name="connection">Whose account.</param>
    /// <param name="bound">The other parameters.</param>
    /// <param name="zoneId">The zone; null where it is not known.</param>
    public static async Task<IEnumerable<ZecImage>?> ImagesAsync(ZecConnection connection, IDictionary bound, string? zoneId)
        => bound.Contains("Custom") ? (await connection.Catalogue.ThingsAsync(ImageKind.Kind).ConfigureAwait(false)).Cast<ZecImage>()
            : zoneId is null ? null
            : await connection.Catalogue.ImagesAsync(zoneId).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
        => [.. (await ImagesAsync(connection, bound, ZoneId(bound)).ConfigureAwait(false) ?? []).Select(value).OfType<string>().Select(text => new Suggestion(text))];
}

/// <summary>Completes an image's name, such that a wildcard in it stands for itself.</summary>
internal sealed class ZoneImageNameCompleter() : ZoneImageCompleter(image => image.ImageName is { } name ? WildcardPattern.Escape(name) : null);

/// <summary>Completes an image's category, such as Ubuntu.</summary>
internal sealed class ImageCategoryCompleter() : ZoneImageCompleter(image => image.Category);
