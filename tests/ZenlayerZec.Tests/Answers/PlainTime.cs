using System.Globalization;

namespace ZenlayerZec.Tests.Answers;

/// <summary>A time in each of the forms that are read.</summary>
internal static class PlainTime
{
    private const decimal FirstSecond = 1_000_000_000;
    private const decimal LastSecond = 9_999_999_999;

    /// <summary>Reads it; null where it stands for none.</summary>
    /// <exception cref="FormatException">It is no time.</exception>
    public static DateTimeOffset? Of(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
        {
            return number switch
            {
                0 => null,
                >= FirstSecond and <= LastSecond => DateTimeOffset.UnixEpoch.AddMilliseconds((double)decimal.Truncate(number * 1000)),
                >= FirstSecond * 1000 and <= LastSecond * 1000 => DateTimeOffset.UnixEpoch.AddMilliseconds((double)decimal.Truncate(number)),
                _ => throw new FormatException(),
            };
        }

        // Of more than seven digits after the point, the others are finer than .NET's clock.
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var end = point < 0 ? -1 : Enumerable.Range(point + 1, text.Length - point - 1).FirstOrDefault(i => !char.IsAsciiDigit(text[i]), text.Length);
        var fit = end > point + 8 ? $"{text[..(point + 8)]}{text[end..]}" : text;
        var time = DateTimeOffset.ParseExact(
            fit.ToUpperInvariant(),
            ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return time == DateTimeOffset.MinValue || time.ToUnixTimeMilliseconds() == 0 ? null : time;
    }
}
