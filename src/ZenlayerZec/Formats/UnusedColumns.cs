using System.Management.Automation;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Formats;

/// <summary>What the table of unused things shows in the columns that a property alone cannot fill, as <see cref="Columns"/> does for the others.</summary>
public static class UnusedColumns
{
    /// <summary>Id, which is kept exactly as the service wrote it, as visible characters.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? IdText(PSObject item) => Columns.TextOf(Columns.Value(item, nameof(ZecUnused.Id)));

    /// <summary>What it costs by each unit of time, such as <c>0.05/HOUR</c>; that it is not priced, which a blank would hide.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string CostText(PSObject item)
    {
        var isPriced = Columns.Value(item, nameof(ZecUnused.NotPriced)) is null;
        var costs = item.BaseObject is ZecUnused thing
            ? string.Join(", ", thing.Costs.GroupBy(cost => cost.Per).Select(unit => PlanColumns.Amount(unit.Sum(cost => cost.Price), unit.Key)))
            : Columns.Value(item, nameof(ZecUnused.Price)) is decimal price && Columns.Value(item, nameof(ZecUnused.Per)) is { } per
                ? PlanColumns.Amount(price, $"{per}")
                : Columns.TextOf(Columns.Value(item, nameof(ZecUnused.Costs)));
        return costs is null or "" ? isPriced ? string.Empty : "not priced" : isPriced ? costs : $"{costs}, in part";
    }

    /// <summary>Resource as text.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? ResourceText(PSObject item) => Columns.TextOf(Columns.Value(item, nameof(ZecUnused.Resource)));

    /// <summary>The zone of the thing; the region of what has none.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? ResourcePlace(PSObject item)
        => Columns.Value(item, nameof(ZecUnused.Resource)) is { } thing && PSObject.AsPSObject(thing) is var one
            ? Columns.TextOf(Columns.Value(one, nameof(ZecZone.ZoneId)) ?? Columns.Value(one, nameof(ZecRegion.RegionId)))
            : null;
}
