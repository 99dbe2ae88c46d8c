namespace ZenlayerZec.Client.Models;

/// <summary>What an item of an elastic IP costs today: Eip, Bandwidth or RemoteBandwidth.</summary>
public sealed class ZecEipPrice : ZecPrice
{
    internal ZecEipPrice(string item, ZecPriceItem price, string? eipId, string? trafficType, Reading reading)
        : base(item, price, reading)
    {
        EipId = eipId;
        TrafficType = trafficType;
        ExcessPrice = price.ExcessDiscountUnitPrice ?? price.ExcessUnitPrice;
        ExcessAmountUnit = price.ExcessAmountUnit;
    }

    /// <summary>The elastic IP whose price it is; null for one that is not there yet.</summary>
    public string? EipId { get; }

    /// <summary>The kind of traffic that the price is for; null where it is for all.</summary>
    public string? TrafficType { get; }

    /// <summary>What use above what is included costs, with the discount of the account; null where nothing is included.</summary>
    public decimal? ExcessPrice { get; }

    /// <summary>The unit of the use above what is included.</summary>
    public string? ExcessAmountUnit { get; }
}
