using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZenlayerZec.Client.Json;

/// <summary>Writes times as the API does, <c>YYYY-MM-ddTHH:mm:ssZ</c>, and reads them in any form of <see cref="ApiTime"/>.</summary>
internal sealed class ApiTimeConverter : JsonConverter<DateTimeOffset?>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => ApiTime.Read(ref reader, options, out var time) ? time : throw new JsonException("A value that should be a time is none.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value?.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}
