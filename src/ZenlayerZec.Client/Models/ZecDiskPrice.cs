namespace ZenlayerZec.Client.Models;

/// <summary>
/// What an item of a disk costs today, for the account that asks. The API names no currency, and neither does this module. Prices of different units
/// of time are never converted into each other.
/// </summary>
public sealed class ZecDiskPrice : ZecObject
{
    internal ZecDiskPrice(string item, ZecPriceItem price, string? diskId, Reading reading)
    {
        Item = item;
        DiskId = diskId;
        Reading = reading;
        Price = price.DiscountUnitPrice ?? price.UnitPrice ?? price.DiscountPrice ?? price.OriginalPrice;
        Per = price.ChargeUnit;
        ListPrice = price.UnitPrice ?? price.OriginalPrice;
        Discount = price.Discount;
        AmountUnit = price.AmountUnit;
        Tiers = price.StepPrices;
    }

    /// <summary>What is paid for: Disk, Spec or Gpu.</summary>
    public string Item { get; }

    /// <summary>The disk whose price it is; null for one that is not there yet.</summary>
    public string? DiskId { get; }

    /// <summary>What it costs, with the discount of the account; null where the price has tiers.</summary>
    public decimal? Price { get; }

    /// <summary>The unit of time that the price is for, HOUR, DAY or MONTH; null for what is prepaid.</summary>
    public string? Per { get; }

    /// <summary>What it costs without the discount.</summary>
    public decimal? ListPrice { get; }

    /// <summary>What is left of the list price, in percent.</summary>
    public decimal? Discount { get; }

    /// <summary>The unit of the amount that the price is for; null where there is none.</summary>
    public string? AmountUnit { get; }

    /// <summary>The tiers of the price; empty where it has none.</summary>
    public IReadOnlyList<ZecPriceTier> Tiers { get; }

    /// <summary>What a disk does at most at the new size, in operations per second; null where the service does not say it.</summary>
    public int? MaxIops { get; internal set; }

    /// <summary>What a disk does at most at the new size, in MB/s; null where the service does not say it.</summary>
    public int? MaxBandwidthMBps { get; internal set; }

    /// <summary>The item, the price and the time.</summary>
    public override string ToString() => $"{Item} {Price} per {Per}";
}
