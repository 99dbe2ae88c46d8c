using System.Runtime.CompilerServices;
using System.Text.Json;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// Reads texts so that the same text, read again, is the same object. Of ten thousand instances most zones, images, states and
/// sizes are alike, and an address stands in several places of one instance: kept apart, the copies would be most of the memory
/// that a list takes.
/// </summary>
internal static class SharedText
{
    /// <summary>Longer ones are hardly ever alike.</summary>
    private const int LongestBytes = 64;

    private static readonly TextCache Recent = new(8192);

    /// <summary>Reads a text.</summary>
    /// <param name="reader">Stands at a string.</param>
    /// <param name="isExact">
    /// Whether it is read as it came; otherwise what would act on a screen is replaced here once, so that no view has to.
    /// </param>
    /// <exception cref="InvalidOperationException">It has half a character, or bytes that are not UTF-8.</exception>
    [MethodImpl(Compiling.AtOnce)]
    public static string Read(ref Utf8JsonReader reader, bool isExact)
    {
        if (Plain(ref reader) is { } plain)
        {
            return plain;
        }

        var text = reader.GetString()!;
        return isExact ? text : VisibleText.Of(text);
    }

    /// <summary>Reads a text of printable ASCII that is not long, which is the same text however it is read; null for any other.</summary>
    /// <param name="reader">Stands at a string.</param>
    [MethodImpl(Compiling.AtOnce)]
    public static string? Plain(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        if (reader.ValueIsEscaped || bytes.Length > LongestBytes)
        {
            return null;
        }

        ref var place = ref Recent[bytes];
        var recent = place;
        return recent is not null && TextCache.IsSame(recent, bytes) ? recent
            : VisibleText.IsPlain(bytes) ? place = reader.GetString()
            : null;
    }
}
