using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Filters;

/// <summary>
/// The tags that something must have, as a person writes them: <c>@{ env = 'dev', 'test'; role = 'web*' }</c>. Each key is literal, and must
/// be there with one of its values, which may have wildcards. Case counts, as it does for the service.
/// </summary>
internal sealed class TagFilter
{
    private readonly int _most;
    private readonly Wanted[] _tags;

    /// <param name="tags">The tags as they were given; null for none.</param>
    /// <param name="most">How many tags, and how many keys, a request may name.</param>
    /// <exception cref="PSArgumentException">A tag has no key or no value.</exception>
    public TagFilter(Hashtable? tags, int most)
    {
        _most = most;
        _tags = [.. TagPairs.Of(tags).Select(tag => new Wanted(tag.Key, tag.Value))];
    }

    /// <summary>The tags as a filter of the API: those with one value. Null where there are none.</summary>
    public IReadOnlyList<TagPair>? Pairs => OrNull(_tags.Where(tag => tag.Only is not null).Select(tag => new TagPair { Key = tag.Key, Value = tag.Only }));

    /// <summary>
    /// The keys as a filter of the API: of the tags with several values or with wildcards, which as pairs would all have to be there at
    /// once. Null where there are none.
    /// </summary>
    public IReadOnlyList<string>? Keys => OrNull(_tags.Where(tag => tag.Only is null).Select(tag => tag.Key));

    /// <summary>Whether the filters of the API say it all.</summary>
    public bool IsExact => _tags.Length <= _most && _tags.All(tag => tag.Only is not null);

    /// <summary>Whether something has all of the tags.</summary>
    public bool Match(IReadOnlyDictionary<string, string> tags)
        => _tags.All(tag => tags.TryGetValue(tag.Key, out var value) && tag.Match(value));

    /// <summary>At most so many as a request may name. The others are only tested here, as all of them are.</summary>
    private List<T>? OrNull<T>(IEnumerable<T> some) => some.Take(_most).ToList() is { Count: > 0 } list ? list : null;

    private sealed class Wanted(string key, IReadOnlyList<string> values)
    {
        private readonly WildcardPattern[] _patterns = [.. values.Select(value => WildcardPattern.Get(value, WildcardOptions.None))];

        public string Key => key;

        /// <summary>The value where there is just one, and no wildcard in it; else null.</summary>
        public string? Only { get; } = values is [var only] && !WildcardPattern.ContainsWildcardCharacters(only) ? WildcardPattern.Unescape(only) : null;

        public bool Match(string value) => _patterns.Any(pattern => pattern.IsMatch(value));
    }
}
