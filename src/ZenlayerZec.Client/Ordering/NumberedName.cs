using System.Globalization;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Client.Ordering;

/// <summary>
/// Names that number the instances of an order, as CreateZecInstances' page documents them: <c>[begin,bits]</c> is where to begin, 0 to
/// 99999 and 0 where it is left out, and how many digits. A name may have several.
/// </summary>
public static class NumberedName
{
    /// <summary>The highest number that a name may begin with.</summary>
    private const int HighestBegin = 99_999;

    private static readonly Regex Numbers = new(@"\[(\d{0,5}),([1-6]?)\]", RegexOptions.CultureInvariant);

    // The service's example takes an underscore before a bracket for a part of the pattern, and makes server003 of server_[3,3].
    private static readonly Regex Brackets = new(@"_?\[[^\]]*\]", RegexOptions.CultureInvariant);

    /// <summary>A wildcard that fits every name that the service may make of one.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The wildcard; the name itself where it numbers nothing.</returns>
    public static string AnyOf(string name) => Brackets.Replace(name ?? throw new ArgumentNullException(nameof(name)), "*");

    /// <summary>The name that goes on numbering where another order has come to.</summary>
    /// <param name="name">The name.</param>
    /// <param name="count">How many the other order numbered.</param>
    internal static string Continue(string name, int count) => Numbers.Replace(
        name, number => string.Format(CultureInfo.InvariantCulture, "[{0},{1}]", Begin(number) + count, number.Groups[2].Value));

    /// <summary>Whether that name would begin too high.</summary>
    internal static bool IsTooHigh(string name, int count)
        => Numbers.Matches(name).Cast<Match>().Any(number => Begin(number) + count > HighestBegin);

    private static int Begin(Match number)
        => number.Groups[1].Value is { Length: > 0 } begin ? int.Parse(begin, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
