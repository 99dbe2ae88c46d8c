using System.Globalization;

namespace ZenlayerZec.Client.Costs;

/// <summary>What one item of a thing costs for a unit of time, with the account's discount. The API names no currency.</summary>
/// <param name="item">What is paid for, such as Disk or Bandwidth.</param>
/// <param name="price">The price; 0 or more.</param>
/// <param name="per">The unit of time, as the API says it: HOUR, DAY or MONTH. One unit is never converted into another.</param>
public sealed class ZecCost(string item, decimal price, string per)
{
    /// <summary>What is paid for, such as Disk or Bandwidth.</summary>
    public string Item { get; } = item;

    /// <summary>The price; 0 or more.</summary>
    public decimal Price { get; } = price;

    /// <summary>The unit of time, as the API says it: HOUR, DAY or MONTH.</summary>
    public string Per { get; } = per;

    /// <summary>The price and the unit, such as <c>0.05 per HOUR</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} per {1}", Price, Per);
}
