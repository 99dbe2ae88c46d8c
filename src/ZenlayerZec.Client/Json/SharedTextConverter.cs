using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// Reads every text of the service but its IDs: shared, and with what would act on a screen replaced here once, so that no view and no
/// message has to.
/// </summary>
internal sealed class SharedTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => SharedText.ReadVisible(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
