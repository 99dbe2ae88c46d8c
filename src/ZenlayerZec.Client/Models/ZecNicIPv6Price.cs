namespace ZenlayerZec.Client.Models;

/// <summary>What an item of a public IPv6 address costs today: IPv6 or Bandwidth.</summary>
public sealed class ZecNicIPv6Price : ZecPrice
{
    internal ZecNicIPv6Price(string item, ZecPriceItem price, string? nicIPv6Id, Reading reading)
        : base(item, price, reading)
        => NicIPv6Id = nicIPv6Id;

    /// <summary>The address whose price it is; null for one that is not there yet.</summary>
    public string? NicIPv6Id { get; }
}
