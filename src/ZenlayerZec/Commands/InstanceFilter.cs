using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Commands;

/// <summary>
/// What Get-ZecInstance was asked for: once as the API's filters, which narrow, and once as a test of each instance, which
/// decides. What is piped on from here is destroyed; a filter that the service overlooked must not widen it.
/// </summary>
internal sealed class InstanceFilter
{
    private readonly WildcardPattern[] _names;
    private readonly string? _nameHint;
    private readonly KeyValuePair<string, string>[] _tags;

    public InstanceFilter(string[]? names, Hashtable? tags)
    {
        _names = [.. (names ?? []).Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
        _nameHint = names is [var only] ? LongestLiteral(only) : null;
        _tags = [.. (tags ?? []).Cast<DictionaryEntry>().Select(Tag)];
        if (_tags.Length > DescribeInstancesRequest.MaximumTags)
        {
            throw new PSArgumentException($"At most {DescribeInstancesRequest.MaximumTags} tags can be asked for at once.");
        }
    }

    public string? Status { get; set; }

    public string? ZoneId { get; set; }

    public string? ImageId { get; set; }

    public string? IPv4Address { get; set; }

    public string? IPv6Address { get; set; }

    public string? ResourceGroupId { get; set; }

    /// <summary>Whether the service's own count is that of what matches.</summary>
    public bool IsExact => _names.Length == 0;

    public DescribeInstancesRequest Request() => new()
    {
        Status = Status?.ToUpperInvariant(),
        ZoneId = ZoneId,
        ImageId = ImageId,
        Ipv4Address = IPv4Address,
        Ipv6Address = IPv6Address,
        ResourceGroupId = ResourceGroupId,
        Name = _nameHint,
        Tags = _tags.Length == 0 ? null : [.. _tags.Select(tag => new TagPair { Key = tag.Key, Value = tag.Value })],
    };

    public bool Matches(ZecInstance instance)
        => (Status is null || InstanceStatus.Same(instance.Status, Status))
            && (ZoneId is null || Same(instance.ZoneId, ZoneId))
            && (ImageId is null || Same(instance.ImageId, ImageId))
            && (ResourceGroupId is null || Same(instance.ResourceGroupId, ResourceGroupId))
            && (_names.Length == 0 || _names.Any(name => name.IsMatch(instance.InstanceName ?? string.Empty)))
            && _tags.All(tag => instance.Tags.TryGetValue(tag.Key, out var value) && value == tag.Value);

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static KeyValuePair<string, string> Tag(DictionaryEntry entry)
        => entry.Value is null || LanguagePrimitives.ConvertTo<string>(entry.Value) is not { Length: > 0 } value
            // Most likely a variable that is not set; as "any value" it would match more than was meant.
            ? throw new PSArgumentException($"The tag '{entry.Key}' has no value.")
            : new KeyValuePair<string, string>(LanguagePrimitives.ConvertTo<string>(entry.Key), value);

    /// <summary>The longest run of a pattern that is no wildcard: what the service's fuzzy search is asked for.</summary>
    private static string? LongestLiteral(string pattern)
    {
        var literal = Regex.Split(pattern, @"[*?]|\[[^\]]*\]").OrderByDescending(run => run.Length).First();
        return literal.Length == 0 || pattern.Contains('`') ? null : literal;
    }
}
