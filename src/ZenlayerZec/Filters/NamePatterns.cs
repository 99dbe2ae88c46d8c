using System.Management.Automation;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Filters;

/// <summary>Names with wildcards, any of which is enough; none at all means any name.</summary>
internal sealed class NamePatterns(IReadOnlyList<string>? patterns)
{
    private readonly WildcardPattern[] _patterns = [.. (patterns ?? []).Select(Pattern)];

    /// <summary>Whether any name will do.</summary>
    public bool IsEmpty => _patterns.Length == 0;

    /// <summary>What the service's fuzzy search may narrow by: the longest run of a pattern that is no wildcard. Null where there is none.</summary>
    public string? Hint { get; } = patterns is [var only] ? LongestLiteral(only) : null;

    /// <summary>Whether one of some names is meant.</summary>
    public bool Match(params string?[] names) => IsEmpty || names.Any(name => _patterns.Any(pattern => pattern.IsMatch(name ?? string.Empty)));

    /// <summary>The names without wildcards that nothing has: whoever names one thing wants to know that it is not there.</summary>
    /// <param name="found">The names that there are.</param>
    public IReadOnlyList<string> Missing(IEnumerable<string?> found)
    {
        string[] literals = [.. (patterns ?? []).Where(name => !WildcardPattern.ContainsWildcardCharacters(name)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (literals.Length == 0)
        {
            return [];
        }

        var there = new HashSet<string>(found.OfType<string>(), StringComparer.OrdinalIgnoreCase);
        return [.. literals.Select(WildcardPattern.Unescape).Where(name => !there.Contains(name))];
    }

    private static WildcardPattern Pattern(string name) => WildcardPattern.Get(name, WildcardOptions.IgnoreCase);

    private static string? LongestLiteral(string pattern)
    {
        var literal = Regex.Split(pattern, @"[*?]|\[[^\]]*\]").OrderByDescending(run => run.Length).First();
        return literal.Length == 0 || pattern.Contains('`') ? null : literal;
    }
}
