using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZenlayerZec.Client.Json;

/// <summary>Reads a list of IDs, each exactly as the service wrote it.</summary>
internal sealed class IdListConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("It is not a list.");
        }

        var ids = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            // A null is kept: whoever checks the answer must see that an item has no ID.
            ids.Add(reader.TokenType == JsonTokenType.Null ? null! : SharedText.ReadExact(ref reader)!);
        }

        return ids;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var id in value)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }
}
