using System.Text.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json;

/// <content>Tags.</content>
internal ref partial struct FieldReader
{
    private static readonly FieldNames TagSet = new("tags");
    private static readonly FieldNames TagPair = new("key", "value");

    private static readonly JsonReading<Dictionary<string, string>> WholeTags = static (ref FieldReader json) => json.ReadTagSet()!;

    /// <summary>
    /// The API's doubly nested tags, <c>{"tags":[{"key":"env","value":"dev"}]}</c>, by key. Of two tags with one key the later counts; a tag
    /// without a key is passed over. Tags protect what has them, so that all of them are read or none.
    /// </summary>
    /// <param name="odd">What stands for tags that cannot be read.</param>
    public Dictionary<string, string>? Tags(Dictionary<string, string>? odd = null) => Object(WholeTags, odd);

    /// <summary>Null where there are none: an object without tags makes its empty dictionary when somebody asks for it.</summary>
    private ZecTags? ReadTagSet()
    {
        var wasStrict = IsStrict;
        IsStrict = true;
        ZecTags? tags = null;
        StartObject();
        for (var field = Next(TagSet); field >= 0; field = Next(TagSet, field))
        {
            tags = ReadTagList();
        }

        IsStrict = wasStrict;
        return tags;
    }

    private ZecTags? ReadTagList()
    {
        if (IsNull)
        {
            return null;
        }

        ZecTags? tags = null;

        Expect(JsonTokenType.StartArray);
        while (Tokens.Read() && Tokens.TokenType != JsonTokenType.EndArray)
        {
            if (!IsNull && ReadTag() is { Key: { Length: > 0 } key } tag)
            {
                (tags ??= new ZecTags())[key] = tag.Value ?? string.Empty;
            }
        }

        return tags;
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
