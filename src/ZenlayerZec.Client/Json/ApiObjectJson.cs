using System.Security;
using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Json;

/// <summary>Reads and writes objects of any shape.</summary>
internal static class ApiObjectJson
{
    /// <summary>Reads an answer.</summary>
    public static ApiObject Read(ref FieldReader json) => Read(ref json.Tokens, isAnswer: true);

    /// <summary>Reads the object that the reader stands at the start of, to its end.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="isAnswer">
    /// Whether the service wrote it: a name may then come twice, and texts are read as they may be shown, but for IDs. What a person wrote
    /// to be sent is read exactly.
    /// </param>
    /// <exception cref="JsonException">It stands at something else.</exception>
    public static ApiObject Read(ref Utf8JsonReader reader, bool isAnswer)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("it is another kind of value.");
        }

        var names = isAnswer ? null : new HashSet<string>(StringComparer.Ordinal);
        var fields = new List<KeyValuePair<string, object?>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (names?.Add(name) == false)
            {
                throw new JsonException("a property comes twice in one object.");
            }

            reader.Read();
            var value = ReadValue(ref reader, isAnswer, isExact: !isAnswer || IdProperty.Is(name));
            fields.Add(new KeyValuePair<string, object?>(isAnswer ? VisibleText.Of(name) : name, value));
        }

        return new ApiObject(fields);
    }

    /// <summary>Writes the properties of an object.</summary>
    public static void Write(Utf8JsonWriter writer, ApiObject value)
    {
        foreach (var field in value.Fields)
        {
            writer.WritePropertyName(field.Key);
            WriteValue(writer, field.Value);
        }
    }

    private static object? ReadValue(ref Utf8JsonReader reader, bool isAnswer, bool isExact) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => isExact ? reader.GetString() : VisibleText.Of(reader.GetString()!),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.StartArray => ReadList(ref reader, isAnswer, isExact),
        _ => Read(ref reader, isAnswer),
    };

    private static List<object?> ReadList(ref Utf8JsonReader reader, bool isAnswer, bool isExact)
    {
        var list = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(ReadValue(ref reader, isAnswer, isExact));
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
                writer.WriteStartObject();
                Write(writer, inner);
                writer.WriteEndObject();
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
