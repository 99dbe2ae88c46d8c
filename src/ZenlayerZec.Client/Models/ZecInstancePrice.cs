namespace ZenlayerZec.Client.Models;

/// <summary>
/// What an item of an instance costs today: Spec, Gpu, Accelerator, SystemDisk, DataDisk, IPv4, IPv4Bandwidth, IPv6 or IPv6Bandwidth.
/// </summary>
public sealed class ZecInstancePrice : ZecPrice
{
    internal ZecInstancePrice(string item, ZecPriceItem price, string? instanceId, string? trafficType, Reading reading)
        : base(item, price, reading)
    {
        InstanceId = instanceId;
        TrafficType = trafficType;
    }

    /// <summary>The instance whose price it is; null for one that is not there yet.</summary>
    public string? InstanceId { get; }

    /// <summary>The kind of traffic that the price is for; null where it is for all.</summary>
    public string? TrafficType { get; }
}
