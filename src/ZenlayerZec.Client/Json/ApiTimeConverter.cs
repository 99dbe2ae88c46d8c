using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// Reads the API's times, <c>YYYY-MM-ddTHH:mm:ssZ</c>. An empty text is no time. Anything else that is no time fails the
/// whole answer: as "no time" it would sort before every other, and a script that retires what is old would take it.
/// </summary>
internal sealed class ApiTimeConverter : JsonConverter<DateTimeOffset?>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A time is a text.");
        }

        // The documented form, and the only one seen; as a text first, it would be most of what reading an instance takes.
        if (reader is { HasValueSequence: false, ValueSpan: [.., (byte)'Z'] } && reader.TryGetDateTimeOffset(out var documented))
        {
            return documented;
        }

        var text = reader.GetString();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new JsonException("A text that should be a time is none.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value?.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}
