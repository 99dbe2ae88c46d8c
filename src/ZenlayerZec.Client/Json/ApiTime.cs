using System.Globalization;
using System.Text.Json;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// Reads times. The documentation has <c>YYYY-MM-ddTHH:mm:ssZ</c>; clients of the API have seen others, and no format is promised. A time
/// without a zone is UTC.
/// </summary>
internal static class ApiTime
{
    /// <summary>The first number of ten digits, in the year 2001. A smaller one may be a day, such as 20250102, or no time at all.</summary>
    private const long FirstSecond = 1_000_000_000;
    private const long LastSecond = 9_999_999_999;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd' 'HH:mmK", "yyyy-MM-dd",
    ];

    /// <summary>Reads a time; an empty one is null. Returns false where it cannot be read; the reader stands at it all the same.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset? value)
    {
        // The documented form; as a string first, it would be most of what reading an instance takes.
        if (reader.TokenType == JsonTokenType.String && Documented(reader.ValueSpan) is { } documented)
        {
            value = OrUnset(documented);
            return true;
        }

        if (reader is { TokenType: JsonTokenType.String, ValueSpan: [.., (byte)'Z'] } && reader.TryGetDateTimeOffset(out var finer))
        {
            value = OrUnset(finer);
            return true;
        }

        value = null;
        return ScalarReading.TryRaw(ref reader, out var text) && TryParse(text!.Trim(), out value);
    }

    /// <summary>The time of <c>YYYY-MM-ddTHH:mm:ssZ</c>; null for any other text, and for a time that does not exist.</summary>
    private static DateTimeOffset? Documented(ReadOnlySpan<byte> text)
    {
        if (text is not [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _, (byte)'T', _, _, (byte)':', _, _, (byte)':', _, _, (byte)'Z'])
        {
            return null;
        }

        var year = (100 * Pair(text, 0)) + Pair(text, 2);
        var (month, day) = (Pair(text, 5), Pair(text, 8));
        var (hour, minute, second) = (Pair(text, 11), Pair(text, 14), Pair(text, 17));
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60
            ? new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero)
            : null;
    }

    /// <summary>The number of two digits; one that is out of every range where they are none.</summary>
    private static int Pair(ReadOnlySpan<byte> text, int at)
    {
        const int None = -10_000;
        var (tens, ones) = ((uint)(text[at] - '0'), (uint)(text[at + 1] - '0'));
        return tens <= 9 && ones <= 9 ? (int)((10 * tens) + ones) : None;
    }

    private static bool TryParse(string text, out DateTimeOffset? value)
    {
        value = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
        {
            value = number is >= FirstSecond and <= LastSecond ? DateTimeOffset.FromUnixTimeMilliseconds((long)(number * 1000))
                : number is >= FirstSecond * 1000 and <= LastSecond * 1000 ? DateTimeOffset.FromUnixTimeMilliseconds((long)number)
                : null;
            return value is not null || number == 0;
        }

        var isTime = DateTimeOffset.TryParseExact(
            WithoutTooFine(text).ToUpperInvariant(),
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time);
        value = isTime ? OrUnset(time) : null;
        return isTime;
    }

    /// <summary>The text without the digits of a second that are finer than a tick.</summary>
    private static string WithoutTooFine(string text)
    {
        const int Finest = 7;
        var start = text.IndexOf('.') + 1 + Finest;
        var end = start;
        while (start > Finest && end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end > start ? text.Remove(start, end - start) : text;
    }

    /// <summary>Null for the two moments that programs give in place of no time.</summary>
    private static DateTimeOffset? OrUnset(DateTimeOffset time)
        => time.UtcTicks == 0 || time.ToUnixTimeMilliseconds() == 0 ? null : time;
}
