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

    /// <summary>
    /// What was read lately: a text in the place that its hash gives, where the next one with that hash displaces it. So it never
    /// grows, and what is common comes back at once. Written from many threads without a lock: whoever loses makes a copy.
    /// </summary>
    private static readonly string?[] Recent = new string?[8192];

    /// <summary>Reads a text as it may be shown.</summary>
    public static string? ReadVisible(ref Utf8JsonReader reader) => Read(ref reader, isExact: false);

    /// <summary>Reads a text exactly as it came.</summary>
    public static string? ReadExact(ref Utf8JsonReader reader) => Read(ref reader, isExact: true);

    private static string? Read(ref Utf8JsonReader reader, bool isExact)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > LongestBytes)
        {
            return Text(ref reader, isExact);
        }

        var bytes = reader.ValueSpan;
        ref var place = ref Recent[Hash(bytes) % (uint)Recent.Length];
        var recent = place;
        return recent is not null && IsSame(recent, bytes) ? recent : place = Text(ref reader, isExact);
    }

    private static string? Text(ref Utf8JsonReader reader, bool isExact)
        => reader.GetString() is { } text ? isExact ? text : VisibleText.Of(text) : null;

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        // FNV-1a, folded: the low bits alone of its last steps hardly differ for numbers that follow each other.
        var hash = 2166136261;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 16777619;
        }

        return hash ^ (hash >> 15);
    }

    /// <summary>
    /// Whether a text is made of these bytes; only where all of it is printable ASCII, which is enough for what is alike, and is the same
    /// text however it is read.
    /// </summary>
    private static bool IsSame(string text, ReadOnlySpan<byte> bytes)
    {
        if (text.Length != bytes.Length)
        {
            return false;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (text[i] != bytes[i] || bytes[i] > '~')
            {
                return false;
            }
        }

        return true;
    }
}
