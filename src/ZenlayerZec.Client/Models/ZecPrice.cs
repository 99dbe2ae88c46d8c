namespace ZenlayerZec.Client.Models;

/// <summary>
/// What an item costs today, for the account that asks. The API names no currency, and neither does this module. Prices of different units of time
/// are never converted into each other.
/// </summary>
public abstract class ZecPrice : ZecObject
{
    private protected ZecPrice(string item, ZecPriceItem price, Reading reading)
    {
        Item = item;
        Reading = reading;
        Price = (price.DiscountUnitPrice ?? price.UnitPrice ?? price.DiscountPrice ?? price.OriginalPrice) is >= 0 and var known ? known : null;
        IsByTime = price.DiscountUnitPrice is not null || price.UnitPrice is not null;
        Per = price.ChargeUnit;
        ListPrice = price.UnitPrice ?? price.OriginalPrice;
        Discount = price.Discount;
        AmountUnit = price.AmountUnit;
        Tiers = price.StepPrices;
        ExcessPrice = price.ExcessDiscountUnitPrice ?? price.ExcessUnitPrice;
        ExcessAmountUnit = price.ExcessAmountUnit;
    }

    /// <summary>What is paid for, such as Disk or Bandwidth.</summary>
    public string Item { get; }

    /// <summary>What it costs, with the discount of the account; null where the price has tiers, or the service does not say one that can be.</summary>
    public decimal? Price { get; }

    /// <summary>The unit of time that the price is for, HOUR, DAY or MONTH; null for what is prepaid, or where nobody says it.</summary>
    public string? Per { get; }

    /// <summary>What it costs without the discount.</summary>
    public decimal? ListPrice { get; }

    /// <summary>What is left of the list price, in percent.</summary>
    public decimal? Discount { get; }

    /// <summary>The unit of the amount that the price is for; null where there is none.</summary>
    public string? AmountUnit { get; }

    /// <summary>The tiers of the price; empty where it has none.</summary>
    public IReadOnlyList<ZecPriceTier> Tiers { get; }

    /// <summary>What use above what is included costs, with the discount of the account; null where nothing is included.</summary>
    public decimal? ExcessPrice { get; }

    /// <summary>The unit of the use above what is included.</summary>
    public string? ExcessAmountUnit { get; }

    /// <summary>Whether the price is for a unit of time, and not for a term that is paid in advance.</summary>
    internal bool IsByTime { get; }

    /// <summary>Whether there is a price: 0 is one, and nothing is none.</summary>
    internal bool IsKnown => Price is not null || Tiers.Count > 0;

    /// <summary>Whether the price is for a time that the service does not say, so that no sum can have it.</summary>
    internal bool LacksUnit => IsKnown && (IsByTime || Tiers.Count > 0) && string.IsNullOrEmpty(Per);

    /// <summary>The item, the price and the time.</summary>
    public override string ToString() => $"{Item} {Price} per {Per}";
}
