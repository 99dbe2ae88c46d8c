using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// A tag that keeps a thing from being destroyed. Letters of either case are the same: a tag that was meant to protect does, however it is
/// spelled.
/// </summary>
internal sealed class ProtectedTag
{
    private readonly string _key;
    private readonly string? _value;

    private ProtectedTag(string key, string? value)
    {
        _key = key;
        _value = value;
    }

    /// <summary>Reads a tag as a person writes it.</summary>
    /// <param name="text"><c>key</c> for a tag with any value, also an empty one; <c>key=value</c> for a tag with this value.</param>
    /// <returns>The tag; null where the text has no key.</returns>
    public static ProtectedTag? Parse(string text)
    {
        var end = text.IndexOf('=');
        var key = (end < 0 ? text : text.Substring(0, end)).Trim();
        return key.Length == 0 ? null : new ProtectedTag(key, end < 0 ? null : text.Substring(end + 1).Trim());
    }

    /// <summary>The tag that protects a thing in the account that it was read from; null where none does, or where its tags are not known.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="thing">The thing.</param>
    public static ProtectedTag? Of(ResourceKind kind, ZecObject thing)
        => kind.HasTags && kind.TagsOf(thing) is { } tags ? thing.Reading?.Client.Options.ProtectedTags.FirstOrDefault(tag => tag.IsIn(tags)) : null;

    /// <summary>Whether it is among the tags of a thing.</summary>
    /// <param name="tags">The tags.</param>
    public bool IsIn(IReadOnlyDictionary<string, string> tags)
    {
        foreach (var tag in tags)
        {
            if (Same(tag.Key, _key) && (_value is null || Same(tag.Value, _value)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a tag with a key protects whatever its value is, so that it says nothing but that.</summary>
    public bool IsOnly(string key) => _value is null && Same(key, _key);

    /// <summary>Text that is the same for tags that protect the same things, in whatever order and case they were given.</summary>
    /// <param name="tags">The tags.</param>
    public static string Together(IEnumerable<ProtectedTag> tags)
        => string.Join("\n", tags.Select(tag => tag.ToString().ToUpperInvariant()).Distinct(StringComparer.Ordinal).OrderBy(tag => tag, StringComparer.Ordinal));

    /// <summary>As it is written.</summary>
    public override string ToString() => _value is null ? _key : $"{_key}={_value}";

    private static bool Same(string left, string right) => string.Equals(left.Trim(), right, StringComparison.OrdinalIgnoreCase);
}
