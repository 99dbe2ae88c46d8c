using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZenlayerZec.Client.Json;

/// <summary>Reads simple values in every form that a service may give them without another meaning.</summary>
internal static class ScalarReading
{
    /// <summary>A string; a number or a boolean in its place is its own text, exactly.</summary>
    public static FieldConverter<string>.Reading TextBy(JsonConverter<string> inner)
        => (ref Utf8JsonReader reader, JsonSerializerOptions options, out string? value) =>
        {
            value = reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False
                ? Text(ref reader)
                : inner.Read(ref reader, typeof(string), options);
            return true;
        };

    /// <summary>An integer: also as 4.0, or as a string.</summary>
    public static bool Int32(ref Utf8JsonReader reader, JsonSerializerOptions options, out int? value)
    {
        value = null;
        if (!Int64(ref reader, options, out var whole) || whole is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        value = (int?)whole;
        return true;
    }

    /// <summary>An integer: also as 4.0, or as a string.</summary>
    public static bool Int64(ref Utf8JsonReader reader, JsonSerializerOptions options, out long? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var whole))
        {
            value = whole;
            return true;
        }

        var text = Text(ref reader).Trim();
        if (text.Length == 0)
        {
            return true;
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || number != decimal.Truncate(number)
            || number is < long.MinValue or > long.MaxValue)
        {
            return false;
        }

        value = (long)number;
        return true;
    }

    /// <summary>A boolean, also as a string.</summary>
    public static bool Boolean(ref Utf8JsonReader reader, JsonSerializerOptions options, out bool? value)
    {
        value = null;
        var text = Text(ref reader).Trim();
        if (text.Length == 0)
        {
            return true;
        }

        var isRead = bool.TryParse(text, out var flag);
        value = isRead ? flag : null;
        return isRead;
    }

    /// <summary>The text of a string, a number or a boolean, as it stands in the answer.</summary>
    /// <exception cref="JsonException">It is an object or a list.</exception>
    public static string Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False =>
            Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray()),
        _ => throw new JsonException("it is another kind of value."),
    };
}
