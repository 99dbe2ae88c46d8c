using System.Collections;

namespace ZenlayerZec.Client.Models;

/// <summary>
/// Tags as they were read; never changed. Most objects of an account have the same few sets, so that one that was read lately is used again: 10,000
/// dictionaries would be an eighth of the memory that a list of instances takes, and hardly one of them is ever asked for.
/// </summary>
internal sealed class TagSet : IReadOnlyDictionary<string, string>
{
    /// <summary>Stands for tags that cannot be read.</summary>
    public static readonly TagSet Odd = new([]);

    /// <summary>The set without tags.</summary>
    public static readonly TagSet None = new([]);

    private static readonly TagSet?[] Recent = new TagSet?[256];

    private readonly KeyValuePair<string, string>[] _tags;

    private TagSet(IEnumerable<KeyValuePair<string, string>> tags)
    {
        // Of two tags with one key the later counts.
        var all = new ZecTags();
        foreach (var tag in tags)
        {
            all[tag.Key] = tag.Value;
        }

        _tags = [.. all];
    }

    /// <inheritdoc/>
    public int Count => _tags.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _tags.Select(tag => tag.Key);

    /// <inheritdoc/>
    public IEnumerable<string> Values => _tags.Select(tag => tag.Value);

    /// <inheritdoc/>
    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException();

    /// <summary>The set of these tags.</summary>
    /// <param name="tags">The tags, at least one, in their order.</param>
    public static TagSet Of(List<KeyValuePair<string, string>> tags)
    {
        // Written from many threads without a lock: whoever loses has a set of its own.
        ref var place = ref Recent[Hash(tags) & (uint)(Recent.Length - 1)];
        var recent = place;
        return recent?.Has(tags) == true ? recent : place = new TagSet(tags);
    }

    /// <summary>A dictionary of the tags, for somebody who may change it.</summary>
    public ZecTags ToDictionary()
    {
        var all = new ZecTags();
        foreach (var tag in _tags)
        {
            all.Add(tag.Key, tag.Value);
        }

        return all;
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out string value)
    {
        foreach (var tag in _tags)
        {
            if (tag.Key == key)
            {
                value = tag.Value;
                return true;
            }
        }

        value = string.Empty;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)_tags).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool Has(List<KeyValuePair<string, string>> tags)
    {
        if (tags.Count != _tags.Length)
        {
            return false;
        }

        for (var i = 0; i < _tags.Length; i++)
        {
            if (tags[i].Key != _tags[i].Key || tags[i].Value != _tags[i].Value)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>By some characters of the values: the whole of them would take longer than to compare them once.</summary>
    private static uint Hash(List<KeyValuePair<string, string>> tags)
    {
        var hash = (uint)tags.Count;
        foreach (var tag in tags)
        {
            hash = (hash * 31) + (uint)tag.Key.Length;
            hash = (hash * 31) + (uint)tag.Value.Length;
            hash = (hash * 31) + (tag.Value is [.., var last] ? last : 0u);
            hash = (hash * 31) + (tag.Value is [var first, ..] ? first : 0u);
        }

        return hash ^ (hash >> 8);
    }
}
