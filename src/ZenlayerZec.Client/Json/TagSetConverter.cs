using System.Text.Json;
using System.Text.Json.Serialization;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// Reads and writes the API's doubly nested tags, <c>{"tags":[{"key":"env","value":"dev"}]}</c>, as a dictionary. Of two
/// tags with one key the later counts; a tag without a key is passed over.
/// </summary>
internal sealed class TagSetConverter : JsonConverter<Dictionary<string, string>>
{
    public override Dictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var set = JsonSerializer.Deserialize(ref reader, ZecJsonContext.Default.TagSet);
        if (set is null)
        {
            return null;
        }

        var tags = new ZecTags();
        foreach (var tag in set.Tags ?? [])
        {
            if (tag?.Key is { Length: > 0 } key)
            {
                tags[key] = tag.Value ?? string.Empty;
            }
        }

        return tags;
    }

    public override void Write(Utf8JsonWriter writer, Dictionary<string, string> value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, new TagSet { Tags = TagSet.From(value) }, ZecJsonContext.Default.TagSet);
}
