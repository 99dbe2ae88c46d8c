using System.Text.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json;

/// <content>Tags.</content>
internal ref partial struct FieldReader
{
    private static readonly FieldNames TagSetNames = new("tags");
    private static readonly FieldNames TagPair = new("key", "value");

    private static readonly JsonReading<TagSet> WholeTags = static (ref FieldReader json) => json.ReadTagSet()!;

    /// <summary>Where the tags of an object are gathered: on the stack of a thread there is one at a time.</summary>
    [ThreadStatic]
    private static List<KeyValuePair<string, string>>? _gathered;

    /// <summary>
    /// The API's doubly nested tags, <c>{"tags":[{"key":"env","value":"dev"}]}</c>; null where there are none, and <see cref="TagSet.Odd"/> for those that
    /// cannot be read. A tag without a key is passed over. Tags protect what has them, so that all of them are read or none.
    /// </summary>
    public TagSet? Tags() => Object(WholeTags, TagSet.Odd);

    /// <summary>Null where there are none: an object without tags makes its empty dictionary when somebody asks for it.</summary>
    private TagSet? ReadTagSet()
    {
        var wasStrict = IsStrict;
        IsStrict = true;
        TagSet? tags = null;
        StartObject();
        for (var field = Next(TagSetNames); field >= 0; field = Next(TagSetNames, field))
        {
            tags = ReadTagList();
        }

        IsStrict = wasStrict;
        return tags;
    }

    private TagSet? ReadTagList()
    {
        if (IsNull)
        {
            return null;
        }

        var tags = _gathered ??= [];
        tags.Clear();
        Expect(JsonTokenType.StartArray);
        while (Tokens.Read() && Tokens.TokenType != JsonTokenType.EndArray)
        {
            if (!IsNull && ReadTag() is { Key: { Length: > 0 } key } tag)
            {
                tags.Add(new(key, tag.Value ?? string.Empty));
            }
        }

        return tags.Count == 0 ? null : TagSet.Of(tags);
    }

    private (string? Key, string? Value) ReadTag()
    {
        (string? Key, string? Value) tag = default;
        StartObject();
        for (var field = Next(TagPair); field >= 0; field = Next(TagPair, field))
        {
            switch (field)
            {
                case 0: tag.Key = Text(); break;
                case 1: tag.Value = Text(); break;
            }
        }

        return tag;
    }
}
