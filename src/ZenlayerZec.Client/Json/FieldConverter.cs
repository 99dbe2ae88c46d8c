using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// Reads one field of an item. A value that cannot be read leaves the field empty and is noted, so that one odd value of one instance
/// does not make a whole account unreadable.
/// </summary>
/// <param name="field">The field's name, for the note.</param>
/// <param name="read">Reads the value; returns false where it cannot.</param>
/// <param name="inner">Writes the value.</param>
/// <param name="odd">What stands for a value that cannot be read.</param>
internal sealed class FieldConverter<T>(string field, FieldConverter<T>.Reading read, JsonConverter<T> inner, T? odd = default) : JsonConverter<T>
{
    /// <summary>Reads the value that the reader stands at; where it cannot, the reader still stands there.</summary>
    public delegate bool Reading(ref Utf8JsonReader reader, JsonSerializerOptions options, out T? value);

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            if (read(ref reader, options, out var value))
            {
                return value;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // Such as half a character: the value cannot be read, as one of another kind cannot.
        }

        // The whole value is in the buffer: that is so for every converter that is not the serializer's own.
        _ = reader.TrySkip();
        OddValues.Note(field);
        return odd;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => inner.Write(writer, value, options);
}
