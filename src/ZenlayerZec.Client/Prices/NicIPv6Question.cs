using System.Globalization;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Prices;

/// <summary>A question for the price of a public IPv6 address.</summary>
internal abstract record NicIPv6Question : PriceQuestion
{
    private static IReadOnlyList<ZecPrice> Prices(ZecClient client, IReadOnlyList<string?> ids, ZecPriceItem? address, ZecPriceItem? bandwidth)
    {
        PricedItem?[] items = [PricedItem.Of("IPv6", address), PricedItem.Of("Bandwidth", bandwidth)];
        var reading = new Reading(client);
        return [.. ids.SelectMany(id => items.OfType<PricedItem>().Select(one => new ZecNicIPv6Price(one.Item, one.Price, id, reading)))];
    }

    /// <summary>A new one.</summary>
    internal sealed record Ordered(string RegionId, int? BandwidthMbps, decimal? PackageTB) : NicIPv6Question
    {
        public override async Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop)
        {
            var request = new InquiryPricePublicIpv6Request { RegionId = RegionId, Bandwidth = BandwidthMbps, PackageSize = PackageTB };
            var answer = await client.ReadAsync(ZecActions.InquiryPricePublicIpv6, request, call, _ => 1, stop).ConfigureAwait(false);
            return Prices(client, ids, address: null, answer.BandwidthPrice);
        }

        public override string ToString() => $"a new public IPv6 address in {RegionId}";
    }

    /// <summary>One with another bandwidth.</summary>
    internal sealed record Resized(string Id, int Mbps) : NicIPv6Question
    {
        public override async Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop)
        {
            var request = new InquiryPriceModifyIpv6BandwidthRequest { Ipv6Id = Id, Bandwidth = Mbps };
            var answer = await client.ReadAsync(ZecActions.InquiryPriceModifyIpv6Bandwidth, request, call, _ => 1, stop).ConfigureAwait(false);
            return Prices(client, ids, answer.Ipv6Price, answer.BandwidthPrice);
        }

        public override string ToString() => string.Format(CultureInfo.InvariantCulture, "IPv6 address {0} at {1} Mbps", Id, Mbps);
    }

    /// <summary>One that is paid for in another way.</summary>
    internal sealed record Charged(string Id, string ChargeType, int? BandwidthMbps, decimal? PackageTB) : NicIPv6Question
    {
        public override async Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop)
        {
            var request = new InquiryPriceChangeIpv6InternetChargeTypeRequest
            {
                Ipv6Id = Id,
                InternetChargeType = ChargeType,
                Bandwidth = BandwidthMbps,
                FlowPackage = PackageTB,
            };
            var answer = await client.ReadAsync(ZecActions.InquiryPriceChangeIpv6InternetChargeType, request, call, _ => 1, stop).ConfigureAwait(false);
            return Prices(client, ids, answer.Ipv6Price, answer.BandwidthPrice);
        }

        public override string ToString() => $"IPv6 address {Id} as {ChargeType}";
    }
}
