namespace ZenlayerZec.Client.Models;

/// <summary>What an item of an elastic IP costs today: Eip, Bandwidth or RemoteBandwidth.</summary>
public sealed class ZecEipPrice : ZecPrice
{
    internal ZecEipPrice(string item, ZecPriceItem price, string? eipId, string? trafficType, Reading reading)
        : base(item, price, reading)
    {
        EipId = eipId;
        TrafficType = trafficType;
    }

    /// <summary>The elastic IP whose price it is; null for one that is not there yet.</summary>
    public string? EipId { get; }

    /// <summary>The kind of traffic that the price is for; null where it is for all.</summary>
    public string? TrafficType { get; }
}
