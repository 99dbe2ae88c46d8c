using System.Text.Json;

namespace ZenlayerZec.Client.Json;

/// <summary>Writes the properties of requests. What is null is not written.</summary>
internal static class FieldWriting
{
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Number(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Number(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Numbers(this Utf8JsonWriter json, string name, IReadOnlyList<int>? values)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A time as the API writes it, <c>YYYY-MM-ddTHH:mm:ssZ</c>.</summary>
    public static void Time(this Utf8JsonWriter json, string name, DateTimeOffset? value)
        => json.Text(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));

    public static void Boolean(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    public static void Texts(this Utf8JsonWriter json, string name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    public static void Object<T>(this Utf8JsonWriter json, string name, T? value, JsonWriting<T> write)
        where T : class
    {
        if (value is null)
        {
            return;
        }

        json.WritePropertyName(name);
        json.ObjectValue(value, write);
    }

    public static void List<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T>? values, JsonWriting<T> write)
        where T : class
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.ObjectValue(value, write);
        }

        json.WriteEndArray();
    }

    /// <summary>Tags, in the doubly nested form that the API has for them in objects.</summary>
    public static void Tags(this Utf8JsonWriter json, string name, Dictionary<string, string>? tags)
    {
        if (tags is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteStartArray("tags");
        foreach (var tag in tags)
        {
            json.WriteStartObject();
            json.Text("key", tag.Key);
            json.Text("value", tag.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void ObjectValue<T>(this Utf8JsonWriter json, T? value, JsonWriting<T> write)
        where T : class
    {
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        write(json, value);
        json.WriteEndObject();
    }
}
