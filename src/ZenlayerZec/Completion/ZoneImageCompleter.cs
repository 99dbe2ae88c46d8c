using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>
/// Completes what the images of a zone have. The API lists no images without a zone, so that nothing is suggested before it is known.
/// </summary>
/// <param name="value">The value of an image; null where it has none.</param>
internal abstract class ZoneImageCompleter(Func<ZecImage, string?> value) : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
        => ZoneId(bound) is { } zoneId
            ? [.. (await connection.Catalogue.ImagesAsync(zoneId).ConfigureAwait(false))
                .Select(value).OfType<string>().Select(text => new Suggestion(text))]
            : [];
}

/// <summary>Completes an image's name, such that a wildcard in it stands for itself.</summary>
internal sealed class ImageNameCompleter() : ZoneImageCompleter(image => image.ImageName is { } name ? WildcardPattern.Escape(name) : null);

/// <summary>Completes an image's category, such as Ubuntu.</summary>
internal sealed class ImageCategoryCompleter() : ZoneImageCompleter(image => image.Category);
