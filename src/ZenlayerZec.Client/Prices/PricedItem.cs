using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Prices;

/// <summary>An item of an answer that has a price.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Price">Its price.</param>
/// <param name="TrafficType">The kind of traffic; null for all.</param>
internal sealed record PricedItem(string Item, ZecPriceItem Price, string? TrafficType)
{
    /// <summary>An item; null where it has no price, which is not the price 0.</summary>
    public static PricedItem? Of(string item, ZecPriceItem? price, string? trafficType = null) => price is null ? null : new PricedItem(item, price, trafficType);

    /// <summary>A bandwidth. Where it has a price for each kind of traffic, that for all of them says the same once more.</summary>
    public static IEnumerable<PricedItem?> Bandwidth(string item, ZecPriceItem? all, IReadOnlyList<ZecTypedPrice>? kinds)
        => kinds?.Any(one => one?.Price is not null) == true ? kinds.Select(one => Of(item, one?.Price, one?.TrafficType)) : [Of(item, all)];
}
