using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace ZenlayerZec.Filters;

/// <summary>Tags as a person writes them: <c>@{ env = 'dev' }</c>.</summary>
internal static class TagPairs
{
    /// <summary>The tags of a new thing by key, each with one value; null where there are none.</summary>
    /// <exception cref="PSArgumentException">A tag has no key, no value or several.</exception>
    public static Dictionary<string, string>? ToDictionary(Hashtable? tags) => tags is null ? null : Of(tags).ToDictionary(
        tag => tag.Key,
        tag => tag.Value is [var only] ? only : throw new PSArgumentException($"The tag '{tag.Key}' has several values."),
        StringComparer.Ordinal);

    /// <summary>The tags with their values, of which each has at least one.</summary>
    /// <exception cref="PSArgumentException">A tag has no key or no value.</exception>
    public static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Of(Hashtable? tags)
        => (tags ?? []).Cast<DictionaryEntry>().Select(entry => Tag(Text(entry.Key), entry.Value)).ToArray();

    private static KeyValuePair<string, IReadOnlyList<string>> Tag(string? key, object? value)
    {
        if (string.IsNullOrEmpty(key))
        {
            throw new PSArgumentException("A tag has no key.");
        }

        // A value that is not there is most likely a variable that is not set; as "any value" it would match more than was meant.
        string?[] values = [.. Binding.Items.Of(value).Select(Text)];
        return values.Length == 0 || values.Any(string.IsNullOrEmpty)
            ? throw new PSArgumentException($"The tag '{key}' has no value.")
            : new(key!, values!);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        IDictionary or PSObject => throw new PSArgumentException("A tag's value is text, or a list of texts."),
        _ => string.Format(CultureInfo.InvariantCulture, "{0}", value),
    };
}
