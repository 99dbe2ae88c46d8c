using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json;

/// <summary>The wire's outer layer of tags.</summary>
internal sealed class TagSet
{
    public IReadOnlyList<TagPair?>? Tags { get; set; }

    public static TagPair[] From(IEnumerable<KeyValuePair<string, string>> tags)
        => [.. tags.Select(tag => new TagPair { Key = tag.Key, Value = tag.Value })];
}
