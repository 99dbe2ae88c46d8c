using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// Reads simple values in every form that a service may give them without another meaning. Each returns false where the value cannot be
/// read; the reader stands at it all the same.
/// </summary>
internal static class ScalarReading
{
    /// <summary>A string; a number or a boolean in its place is its own text, exactly, unless the reading is strict.</summary>
    public static bool TryText(ref Utf8JsonReader reader, bool isExact, bool isStrict, out string? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.String)
        {
            return !isStrict && TryRaw(ref reader, out value);
        }

        try
        {
            value = SharedText.Read(ref reader, isExact);
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half a character, or bytes that are not UTF-8.
            return false;
        }
    }

    /// <summary>An integer: also as 4.0, or as a string.</summary>
    public static bool TryInt32(ref Utf8JsonReader reader, out int? value)
    {
        value = null;
        if (!TryInt64(ref reader, out var whole) || whole is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        value = (int?)whole;
        return true;
    }

    /// <summary>An integer: also as 4.0, or as a string.</summary>
    public static bool TryInt64(ref Utf8JsonReader reader, out long? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var whole))
        {
            value = whole;
            return true;
        }

        if (!TryDecimal(ref reader, out var number)
            || (number is { } some && (some != decimal.Truncate(some) || some is < long.MinValue or > long.MaxValue)))
        {
            return false;
        }

        value = (long?)number;
        return true;
    }

    /// <summary>A number, also as a string.</summary>
    public static bool TryDecimal(ref Utf8JsonReader reader, out decimal? value)
    {
        value = null;
        if (!TryRaw(ref reader, out var raw))
        {
            return false;
        }

        var text = raw!.Trim();
        if (text.Length == 0)
        {
            return true;
        }

        var isRead = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        value = isRead ? number : null;
        return isRead;
    }

    /// <summary>A boolean, also as a string.</summary>
    public static bool TryBoolean(ref Utf8JsonReader reader, out bool? value)
    {
        value = null;
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            value = reader.TokenType == JsonTokenType.True;
            return true;
        }

        if (!TryRaw(ref reader, out var raw))
        {
            return false;
        }

        var text = raw!.Trim();
        if (text.Length == 0)
        {
            return true;
        }

        var isRead = bool.TryParse(text, out var flag);
        value = isRead ? flag : null;
        return isRead;
    }

    /// <summary>The text of a string, a number or a boolean, as it stands in the answer.</summary>
    public static bool TryRaw(ref Utf8JsonReader reader, out string? text)
    {
        text = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return TryText(ref reader, isExact: true, isStrict: true, out text);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                text = Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
                return true;
            default:
                return false;
        }
    }
}
