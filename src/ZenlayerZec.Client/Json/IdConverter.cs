using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZenlayerZec.Client.Json;

/// <summary>Reads an ID exactly as the service wrote it: another text would name another thing, or nothing.</summary>
internal sealed class IdConverter : JsonConverter<string>
{
    /// <summary>Whether a property of the API holds IDs. A requestId is none that anything is asked by, and is read as other texts are.</summary>
    /// <param name="name">The property's name in the API.</param>
    public static bool IsId(string name)
        => name is "id" or "ids"
            || (name != "requestId"
                && (name.EndsWith("Id", StringComparison.Ordinal)
                    || name.EndsWith("Ids", StringComparison.Ordinal)
                    || name.EndsWith("IdSet", StringComparison.Ordinal)));

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => SharedText.ReadExact(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
