using System.Security;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json;

/// <summary>Reads and writes objects of any shape.</summary>
internal sealed class ApiObjectConverter : JsonConverter<ApiObject>
{
    public override ApiObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Read(ref reader, mayRepeatNames: true);

    public override void Write(Utf8JsonWriter writer, ApiObject value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Reads the object that the reader stands at the start of, to its end.</summary>
    /// <exception cref="JsonException">It stands at something else.</exception>
    public static ApiObject Read(ref Utf8JsonReader reader, bool mayRepeatNames)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("it is another kind of value.");
        }

        var names = mayRepeatNames ? null : new HashSet<string>(StringComparer.Ordinal);
        var fields = new List<KeyValuePair<string, object?>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (names?.Add(name) == false)
            {
                throw new JsonException("a property comes twice in one object.");
            }

            reader.Read();
            fields.Add(new KeyValuePair<string, object?>(name, ReadValue(ref reader, mayRepeatNames)));
        }

        return new ApiObject(fields);
    }

    private static object? ReadValue(ref Utf8JsonReader reader, bool mayRepeatNames) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.StartArray => ReadList(ref reader, mayRepeatNames),
        _ => Read(ref reader, mayRepeatNames),
    };

    private static List<object?> ReadList(ref Utf8JsonReader reader, bool mayRepeatNames)
    {
        var list = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(ReadValue(ref reader, mayRepeatNames));
        }

        return list;
    }

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole))
        {
            return whole;
        }

        var isNear = reader.TryGetDouble(out var near);

        // A price is a decimal. What is too small for one would become zero.
        return reader.TryGetDecimal(out var exact) && (exact != 0 || near == 0) ? exact
            : isNear && !double.IsInfinity(near) ? near
            : throw new JsonException("a number is too large.");
    }

    private static void Write(Utf8JsonWriter writer, ApiObject value)
    {
        writer.WriteStartObject();
        foreach (var field in value.Fields)
        {
            writer.WritePropertyName(field.Key);
            WriteValue(writer, field.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case SecureString secret:
                writer.WriteStringValue(ApiObject.Plain(secret));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case decimal exact:
                writer.WriteNumberValue(exact);
                break;
            case double near:
                writer.WriteNumberValue(near);
                break;
            case ApiObject inner:
                Write(writer, inner);
                break;
            case IReadOnlyList<object?> list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A {value.GetType()} is no value of an {nameof(ApiObject)}.", nameof(value));
        }
    }
}
