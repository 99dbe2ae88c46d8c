using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client.Costs;

namespace ZenlayerZec.Formats;

/// <summary>What the tables of release plans show in the columns that a property alone cannot fill, see <see cref="Columns"/>.</summary>
public static class PlanColumns
{
    private static readonly string[] Units = ["Hour", "Day", "Month"];

    /// <summary>The number of things in Goes.</summary>
    /// <param name="item">The plan.</param>
    /// <returns>The number.</returns>
    public static int GoesCount(PSObject item) => Columns.Count(item, "Goes");

    /// <summary>The number of things in Stays.</summary>
    /// <param name="item">The plan.</param>
    /// <returns>The number.</returns>
    public static int StaysCount(PSObject item) => Columns.Count(item, "Stays");

    /// <summary>The number of entries in NotPriced.</summary>
    /// <param name="item">The plan.</param>
    /// <returns>The number.</returns>
    public static int NotPricedCount(PSObject item) => Columns.Count(item, "NotPriced");

    /// <summary>What a release saves, by each unit of time that has a sum, such as <c>0.0523/HOUR, 7.2/MONTH</c>.</summary>
    /// <param name="item">The plan, or a sum of plans.</param>
    /// <returns>The text; empty where nothing is priced.</returns>
    public static string SavesPerText(PSObject item) => Sums(item, "Saves");

    /// <summary>What stays costs, by each unit of time that has a sum.</summary>
    /// <param name="item">The plan, or a sum of plans.</param>
    /// <returns>The text; empty where nothing is priced.</returns>
    public static string StaysPerText(PSObject item) => Sums(item, "Stays");

    /// <summary>Goes: the things of a plan each in a line of its own, and the numbers of a sum in one.</summary>
    /// <param name="item">The plan, or a sum of plans.</param>
    /// <returns>The text.</returns>
    public static string? GoesText(PSObject item) => Listed(item, "Goes");

    /// <summary>Stays: the things of a plan each in a line of its own, and the numbers of a sum in one.</summary>
    /// <param name="item">The plan, or a sum of plans.</param>
    /// <returns>The text.</returns>
    public static string? StaysText(PSObject item) => Listed(item, "Stays");

    /// <summary>RecycleBin: the things of a plan each in a line of its own, and the numbers of a sum in one.</summary>
    /// <param name="item">The plan, or a sum of plans.</param>
    /// <returns>The text.</returns>
    public static string? RecycleBinText(PSObject item) => Listed(item, "RecycleBin");

    /// <summary>NotPriced, each entry in a line of its own.</summary>
    /// <param name="item">The plan.</param>
    /// <returns>The text.</returns>
    public static string? NotPricedText(PSObject item) => Listed(item, "NotPriced");

    /// <summary>Costs in a line.</summary>
    /// <param name="item">The thing.</param>
    /// <returns>The text.</returns>
    public static string? CostsText(PSObject item) => Columns.Text(item, "Costs");

    /// <summary>DependentId, which is kept exactly as the service wrote it, as visible characters.</summary>
    /// <param name="item">The row.</param>
    /// <returns>The text.</returns>
    public static string? DependentIdText(PSObject item) => Columns.Text(item, "DependentId");

    /// <summary>Id, which is kept exactly as the service wrote it, as visible characters.</summary>
    /// <param name="item">The thing.</param>
    /// <returns>The text.</returns>
    public static string? IdText(PSObject item) => Columns.Text(item, "Id");

    /// <summary>What a thing costs by each unit of time, such as <c>0.05/HOUR</c>, and why something of it is not known.</summary>
    /// <param name="item">The row of a plan, or the thing.</param>
    /// <returns>The text.</returns>
    public static string? CostText(PSObject item)
    {
        var costs = item.BaseObject switch
        {
            ZecReleasePlanItem row => row.Costs,
            ZecDependent thing => thing.Costs,
            _ => null,
        };
        var amounts = costs is null
            ? [Columns.Text(item, "Costs") ?? string.Empty]
            : costs.GroupBy(cost => cost.Per).Select(unit => Amount(unit.Sum(cost => cost.Price), unit.Key));
        return string.Join(", ", amounts.Append(Columns.Text(item, "NotPriced") ?? string.Empty).Where(text => text.Length > 0));
    }

    /// <summary>PowerShell would break a longer line within an ID.</summary>
    private static string? Listed(PSObject item, string property)
        => item.BaseObject is ZecReleasePlan ? Columns.Lines(item, property, perLine: 1) : Columns.Text(item, property);

    private static string Sums(PSObject item, string what) => string.Join(", ", Units
        .Where(unit => Columns.Value(item, $"{what}Per{unit}") is decimal)
        .Select(unit => Amount((decimal)Columns.Value(item, $"{what}Per{unit}")!, unit.ToUpperInvariant())));

    internal static string Amount(decimal price, string per) => string.Format(CultureInfo.InvariantCulture, "{0:0.########}/{1}", price, per);
}
