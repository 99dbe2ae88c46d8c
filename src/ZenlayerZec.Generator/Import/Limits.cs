using System.Globalization;
using System.Text.RegularExpressions;
using ZenlayerZec.Generator.Facts;

namespace ZenlayerZec.Generator.Import;

/// <summary>
/// Finds limits in the sentences of a description. What is said in a form that is not known here is no limit: the service refuses then what
/// the module could have refused.
/// </summary>
internal static partial class Limits
{
    public static bool IsAsynchronous(string said) => Asynchronous().IsMatch(said);

    /// <summary>The bounds of a number; none where one value lies outside of a range, such as -1 for ever.</summary>
    public static Bounds Range(string said)
    {
        if (Alternatives().IsMatch(said))
        {
            return default;
        }

        if (Interval().Match(said) is { Success: true } interval)
        {
            return new Bounds(Number(interval.Groups[1]), Number(interval.Groups[2]));
        }

        return Maximum().Match(said) is { Success: true } maximum ? new Bounds(null, Number(maximum.Groups[1])) : default;
    }

    /// <summary>The bounds of the length of a text.</summary>
    public static Bounds Length(string said)
    {
        if (LengthInterval().Match(said) is { Success: true } interval)
        {
            return new Bounds(Number(interval.Groups[1]), Number(interval.Groups[2]));
        }

        return LengthMaximum().Match(said) is { Success: true } maximum ? new Bounds(null, Number(maximum.Groups[1])) : default;
    }

    /// <summary>The most values of a list.</summary>
    public static int? Most(string said) => MostItems().Match(said) is { Success: true } most ? Number(most.Groups[1]) : null;

    /// <summary>What the service does without a value.</summary>
    public static string? Default(string said) => DefaultValue().Match(said) is { Success: true } found ? found.Groups[1].Value.Trim().TrimEnd('.', ';', ',') : null;

    private static int? Number(Group group)
        => int.TryParse(group.Value.Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("async", RegexOptions.IgnoreCase)]
    private static partial Regex Asynchronous();

    [GeneratedRegex(@"(?:-?\d+ or \[)|(?:\d+ ?- ?\d+ or \d+)")]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"\[ ?(-?\d+), ?(-?\d+|\+[^\])]*)[\])]")]
    private static partial Regex Interval();

    [GeneratedRegex(@"[Mm]aximum(?: +value)?(?: is|:) *(\d[\d,]*)")]
    private static partial Regex Maximum();

    [GeneratedRegex(@"(\d+)(?: to | and |–|-| - )(\d+) characters")]
    private static partial Regex LengthInterval();

    [GeneratedRegex(@"(?:[Uu]p to|exceed) (\d+) characters")]
    private static partial Regex LengthMaximum();

    [GeneratedRegex(@"(?:[Mm]aximum of|[Mm]aximum number of [\w ]+ is|[Mm]aximum|[Uu]p to) (\d+)(?! characters)\b")]
    private static partial Regex MostItems();

    [GeneratedRegex(@"[Dd]efault(?: value)?(?: is|:) *([A-Za-z0-9_/.]+(?: NVMe SSD)?)")]
    private static partial Regex DefaultValue();
}
