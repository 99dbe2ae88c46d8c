using System.Globalization;
using ZenlayerZec.Client.Costs;

namespace ZenlayerZec.Reports;

/// <summary>
/// The columns of a table that has prices: one for each unit of time that occurs, so that the numbers of a column can be added up, and no unit
/// is converted into another.
/// </summary>
internal sealed class PriceColumns
{
    /// <summary>So many decimals at the most are filled up with zeros; a price with more has them, and stands out of its column.</summary>
    private const int MostFilled = 6;

    private const int LeastFilled = 2;

    private static readonly string[] Known = ["HOUR", "DAY", "MONTH"];

    private readonly Dictionary<string, string> _formats = new(StringComparer.Ordinal);

    /// <summary>The columns for costs.</summary>
    /// <param name="costs">All costs of the table.</param>
    public PriceColumns(IEnumerable<ZecCost> costs)
    {
        foreach (var unit in costs.GroupBy(cost => cost.Per, cost => cost.Price))
        {
            var decimals = unit.Max(Decimals);
            var filled = Math.Min(Math.Max(decimals, LeastFilled), MostFilled);
            _formats[unit.Key] = $"#,##0.{new string('0', filled)}{new string('#', Math.Max(decimals - filled, 0))}";
        }

        Units = [.. Known.Where(_formats.ContainsKey), .. _formats.Keys.Except(Known).OrderBy(unit => unit, StringComparer.Ordinal)];
    }

    /// <summary>The units of time, the shortest first.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>The title of a unit's column or row, such as <c>Per hour</c>.</summary>
    public static string Title(string unit) => $"Per {unit.ToLowerInvariant()}";

    /// <summary>The sum of the costs by a unit; null where there are none, which is not 0.</summary>
    public static decimal? Sum(IEnumerable<ZecCost> costs, string unit)
    {
        decimal? sum = null;
        foreach (var cost in costs)
        {
            if (cost.Per == unit)
            {
                sum = (sum ?? 0) + cost.Price;
            }
        }

        return sum;
    }

    /// <summary>A price, with as many decimals as the others by the unit.</summary>
    public string Text(decimal price, string unit) => price.ToString(_formats[unit], CultureInfo.InvariantCulture);

    /// <summary>Writes the heads of the columns.</summary>
    public void WriteHeads(HtmlWriter html)
    {
        foreach (var unit in Units)
        {
            html.Element("th", Title(unit), ("scope", "col"), ("class", "n"));
        }
    }

    /// <summary>Writes the cells of one row.</summary>
    /// <param name="html">The page.</param>
    /// <param name="costs">The costs of what the row is about.</param>
    /// <param name="without">What is written across the columns where there are none.</param>
    public void WriteCells(HtmlWriter html, IReadOnlyCollection<ZecCost> costs, string without)
    {
        if (costs.Count == 0 && Units.Count > 0)
        {
            html.Element("td", without, ("class", "n s"), ("colspan", Units.Count.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        foreach (var unit in Units)
        {
            WriteCell(html, Sum(costs, unit), unit);
        }
    }

    /// <summary>Writes a cell with a sum; an empty one where there is none.</summary>
    public void WriteCell(HtmlWriter html, decimal? sum, string unit)
        => html.Element("td", sum is { } price ? Text(price, unit) : string.Empty, ("class", "n"));

    /// <summary>How many decimals a number has, without the zeros at its end, which the service writes or does not.</summary>
    private static int Decimals(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture).TrimEnd('0');
        var point = text.IndexOf('.');
        return point < 0 ? 0 : text.Length - point - 1;
    }
}
