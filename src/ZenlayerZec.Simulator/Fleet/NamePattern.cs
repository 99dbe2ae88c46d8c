using System.Globalization;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>
/// Names as an order of several instances writes them: <c>web_[3,2]</c> makes <c>web03</c>, <c>web04</c>. The first number in a
/// bracket is where to begin, 0 where it is left out; the second how many digits, 1 to 6, 6 where it is left out. An underscore before a
/// bracket goes with it, as in the documentation's example.
/// </summary>
internal static class NamePattern
{
    private static readonly Regex Bracket = new(@"_?\[(\d{0,5}),([1-6]?)\]", RegexOptions.CultureInvariant);

    /// <param name="pattern">The pattern.</param>
    /// <param name="index">Which of the order, from 0.</param>
    public static string Name(string pattern, int index) => Bracket.Replace(pattern, bracket =>
    {
        var begin = Number(bracket.Groups[1].Value) ?? 0;
        var digits = Number(bracket.Groups[2].Value) ?? 6;
        return (begin + index).ToString($"D{digits}", CultureInfo.InvariantCulture);
    });

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
