using System.Globalization;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>
/// How many things of a kind nobody uses, and what they cost together. Sums are by the API's own units of time; a sum is null where nothing that is
/// priced has that unit, and lacks what is not priced.
/// </summary>
public sealed class ZecUnusedSummary : ZecObject
{
    internal ZecUnusedSummary(string kind, IReadOnlyList<ZecUnused> things, Reading reading)
    {
        Kind = kind;
        Reading = reading;
        Count = things.Count;
        NotPricedCount = things.Count(thing => thing.NotPriced is not null);
        ZecCost[] costs = [.. things.SelectMany(thing => thing.Costs)];
        PerHour = Sum(costs, "HOUR");
        PerDay = Sum(costs, "DAY");
        PerMonth = Sum(costs, "MONTH");
    }

    /// <summary>What they are: Disk, Eip, Nic or Snapshot.</summary>
    public string Kind { get; }

    /// <summary>How many of them nobody uses.</summary>
    public int Count { get; }

    /// <summary>What they cost by the hour.</summary>
    public decimal? PerHour { get; }

    /// <summary>What they cost by the day, beside what is paid by the hour or the month.</summary>
    public decimal? PerDay { get; }

    /// <summary>What they cost by the month, beside what is paid by the hour or the day.</summary>
    public decimal? PerMonth { get; }

    /// <summary>How many of them have no known price, or not all of it, so that the sums lack it.</summary>
    public int NotPricedCount { get; }

    /// <summary>One line, such as <c>Disk: 12</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1}", Kind, Count);

    private static decimal? Sum(IEnumerable<ZecCost> costs, string per)
        => costs.Where(cost => cost.Per == per).Select(cost => (decimal?)cost.Price).Aggregate((decimal?)null, (sum, price) => (sum ?? 0) + price);
}
