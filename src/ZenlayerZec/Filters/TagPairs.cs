using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Filters;

/// <summary>Tags as a person writes them: <c>@{ env = 'dev' }</c>.</summary>
internal sealed class TagPairs
{
    private readonly KeyValuePair<string, string>[] _tags;

    /// <exception cref="PSArgumentException">A tag has no value.</exception>
    public TagPairs(Hashtable? tags) => _tags = [.. (tags ?? []).Cast<DictionaryEntry>().Select(Tag)];

    /// <summary>The tags as a filter of the API; null where there are none.</summary>
    /// <param name="most">How many the API allows.</param>
    /// <exception cref="PSArgumentException">There are more.</exception>
    public IReadOnlyList<TagPair>? Filter(int most) => _tags.Length switch
    {
        0 => null,
        var count when count > most => throw new PSArgumentException($"At most {most} tags can be asked for at once."),
        _ => [.. _tags.Select(tag => new TagPair { Key = tag.Key, Value = tag.Value })],
    };

    /// <summary>The tags by key; null where there are none.</summary>
    public Dictionary<string, string>? ToDictionary()
        => _tags.Length == 0 ? null : _tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);

    /// <summary>Whether something has all of the tags.</summary>
    public bool Match(IReadOnlyDictionary<string, string> tags)
        => _tags.All(tag => tags.TryGetValue(tag.Key, out var value) && value == tag.Value);

    private static KeyValuePair<string, string> Tag(DictionaryEntry entry)
        => entry.Value is null || LanguagePrimitives.ConvertTo<string>(entry.Value) is not { Length: > 0 } value
            // Most likely a variable that is not set; as "any value" it would match more than was meant.
            ? throw new PSArgumentException($"The tag '{entry.Key}' has no value.")
            : new KeyValuePair<string, string>(LanguagePrimitives.ConvertTo<string>(entry.Key), value);
}
