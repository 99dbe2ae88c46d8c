namespace ZenlayerZec.Client.Models;

/// <summary>
/// Tags as they were read; never changed. Most objects of an account have the same few sets, so that one that was read lately is used again: 10,000
/// dictionaries would be an eighth of the memory that a list of instances takes, and hardly one of them is ever asked for.
/// </summary>
internal sealed class TagSet
{
    /// <summary>Stands for tags that cannot be read.</summary>
    public static readonly TagSet Odd = new([]);

    private static readonly TagSet?[] Recent = new TagSet?[256];

    private readonly KeyValuePair<string, string>[] _tags;

    private TagSet(KeyValuePair<string, string>[] tags) => _tags = tags;

    /// <summary>The set of these tags.</summary>
    /// <param name="tags">The tags, at least one, in their order.</param>
    public static TagSet Of(List<KeyValuePair<string, string>> tags)
    {
        // Written from many threads without a lock: whoever loses has a set of its own.
        ref var place = ref Recent[Hash(tags) & (uint)(Recent.Length - 1)];
        var recent = place;
        return recent?.Has(tags) == true ? recent : place = new TagSet([.. tags]);
    }

    /// <summary>A dictionary of the tags. Of two tags with one key the later counts.</summary>
    public ZecTags ToDictionary()
    {
        var all = new ZecTags();
        foreach (var tag in _tags)
        {
            all[tag.Key] = tag.Value;
        }

        return all;
    }

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
