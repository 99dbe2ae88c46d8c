using System.Text;
using System.Text.Json;

namespace ZenlayerZec.Client.Json;

/// <summary>Reads the names of properties, which are the same few in every item, without making each anew.</summary>
internal static class PropertyName
{
    /// <summary>No name that the API gives is longer.</summary>
    private const int LongestBytes = 64;

    private static readonly TextCache Recent = new(2048);

    /// <summary>Reads the name that the reader stands at.</summary>
    /// <exception cref="InvalidOperationException">It has half a character.</exception>
    public static string Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
        {
            return reader.GetString()!;
        }

        var bytes = reader.ValueSpan;
        if (bytes.Length > LongestBytes)
        {
            return Text(bytes);
        }

        ref var place = ref Recent[bytes];
        var recent = place;
        return recent is not null && TextCache.IsSame(recent, bytes) ? recent : place = Text(bytes);
    }

    /// <summary>Bytes that are not UTF-8 make a name that is not known, and no unreadable answer.</summary>
    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.ToArray());
}
