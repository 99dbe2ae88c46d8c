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
    /// <param name="isExact">Whether it is read as it came; otherwise what would act on a screen is replaced here once, so that no view has to.</param>
    /// <exception cref="InvalidOperationException">It has half a character, or bytes that are not UTF-8.</exception>
    public static string Read(ref Utf8JsonReader reader, bool isExact)
    {
        var bytes = reader.ValueSpan;
        if (reader.ValueIsEscaped || bytes.Length > LongestBytes)
        {
            return Text(ref reader, isExact);
        }

        ref var place = ref Recent[bytes];
        var recent = place;
        if (recent is not null && TextCache.IsSame(recent, bytes))
        {
            return recent;
        }

        var text = Text(ref reader, isExact);

        // Only printable ASCII, which is the same text however it is read.
        if (VisibleText.IsPlain(text))
        {
            place = text;
        }

        return text;
    }

    private static string Text(ref Utf8JsonReader reader, bool isExact)
    {
        var text = reader.GetString()!;
        return isExact ? text : VisibleText.Of(text);
    }
}
