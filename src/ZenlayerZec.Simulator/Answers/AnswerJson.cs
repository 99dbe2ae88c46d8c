using System.Globalization;
using System.Text.Json;

namespace ZenlayerZec.Simulator.Answers;

/// <summary>Values as the service writes them: null where there is none.</summary>
internal static class AnswerJson
{
    /// <summary>A whole object.</summary>
    /// <param name="write">Writes its properties.</param>
    public static byte[] ObjectOf(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var answer = new Utf8JsonWriter(buffer))
        {
            answer.WriteStartObject();
            write(answer);
            answer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static void WriteNumber(this Utf8JsonWriter answer, string name, long? value)
    {
        if (value is { } number)
        {
            answer.WriteNumber(name, number);
        }
        else
        {
            answer.WriteNull(name);
        }
    }

    /// <summary>A number with a fraction.</summary>
    public static void WriteValue(this Utf8JsonWriter answer, string name, double? value)
    {
        if (value is { } number)
        {
            answer.WriteNumber(name, number);
        }
        else
        {
            answer.WriteNull(name);
        }
    }

    public static void WriteFlag(this Utf8JsonWriter answer, string name, bool? value)
    {
        if (value is { } flag)
        {
            answer.WriteBoolean(name, flag);
        }
        else
        {
            answer.WriteNull(name);
        }
    }

    /// <summary>A time in whole seconds.</summary>
    public static void WriteTime(this Utf8JsonWriter answer, string name, DateTimeOffset? value)
        => answer.WriteString(name, value?.ToWire());

    /// <summary>A time as the service writes it.</summary>
    public static string ToWire(this DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static void WriteTexts(this Utf8JsonWriter answer, string name, IEnumerable<string> items)
    {
        answer.WriteStartArray(name);
        foreach (var item in items)
        {
            answer.WriteStringValue(item);
        }

        answer.WriteEndArray();
    }

    public static void WriteObjects<T>(this Utf8JsonWriter answer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        answer.WriteStartArray(name);
        foreach (var item in items)
        {
            answer.WriteStartObject();
            write(answer, item);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }

    /// <summary>Tags are wrapped in an object of their own.</summary>
    public static void WriteTags(this Utf8JsonWriter answer, IReadOnlyDictionary<string, string> tags)
    {
        answer.WriteStartObject("tags");
        answer.WriteObjects("tags", tags, (pair, tag) =>
        {
            pair.WriteString("key", tag.Key);
            pair.WriteString("value", tag.Value);
        });
        answer.WriteEndObject();
    }
}
