using System.Globalization;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Client.Ordering;

/// <summary>
/// Names that number the instances of an order, as the page of CreateZecInstances documents them: <c>[begin,bits]</c> is the first number,
/// 0 to 99999 with a default of 0, and the number of digits. A name may have several.
/// </summary>
public static class NumberedName
{
    /// <summary>The maximum first number.</summary>
    private const int HighestBegin = 99_999;

    private static readonly Regex Numbers = new(@"\[(\d{0,5}),([1-6]?)\]", RegexOptions.CultureInvariant);

    // In the service's example an underscore before a bracket is a part of the pattern: server_[3,3] gives server003.
    private static readonly Regex Brackets = new(@"_?\[[^\]]*\]", RegexOptions.CultureInvariant);

    /// <summary>Creates a wildcard that matches every name that the service may generate.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The wildcard; the name itself if it has no number.</returns>
    public static string AnyOf(string name) => Brackets.Replace(name ?? throw new ArgumentNullException(nameof(name)), "*");

    /// <summary>Creates the name that continues the numbers of another order.</summary>
    /// <param name="name">The name.</param>
    /// <param name="count">The number of instances of the other order.</param>
    internal static string Continue(string name, int count) => Numbers.Replace(
        name, number => string.Format(CultureInfo.InvariantCulture, "[{0},{1}]", Begin(number) + count, number.Groups[2].Value));

    /// <summary>Whether the first number of that name would be too high.</summary>
    internal static bool IsTooHigh(string name, int count)
        => Numbers.Matches(name).Cast<Match>().Any(number => Begin(number) + count > HighestBegin);

    private static int Begin(Match number)
        => number.Groups[1].Value is { Length: > 0 } begin ? int.Parse(begin, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
