using System.Globalization;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Prices;

/// <summary>A question for the price of elastic IPs.</summary>
internal abstract record EipQuestion : PriceQuestion
{
    private static IReadOnlyList<ZecPrice> Prices(
        ZecClient client, IReadOnlyList<string?> ids, ZecPriceItem? eip, ZecPriceItem? bandwidth, IReadOnlyList<ZecTypedPrice>? bandwidths, ZecPriceItem? remote)
    {
        PricedItem?[] items = [PricedItem.Of("Eip", eip), .. PricedItem.Bandwidth("Bandwidth", bandwidth, bandwidths), PricedItem.Of("RemoteBandwidth", remote)];
        var reading = new Reading(client);
        return [.. ids.SelectMany(id => items.OfType<PricedItem>().Select(one => new ZecEipPrice(one.Item, one.Price, id, one.TrafficType, reading)))];
    }

    /// <summary>New ones, or what one that is there would cost if it were ordered today.</summary>
    internal sealed record Ordered(
        string RegionId, string ChargeType, string? Line, string? CidrId, string? PeerRegionId, int? BandwidthMbps, decimal? PackageTB, string? ClusterId, int Count)
        : EipQuestion
    {
        public override async Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop)
        {
            var request = new DescribeEipPriceRequest
            {
                RegionId = RegionId,
                InternetChargeType = ChargeType,
                Amount = Count,
                NetworkLineType = Line,
                Bandwidth = BandwidthMbps,
                FlowPackage = PackageTB,
                CidrId = CidrId,
                ClusterId = ClusterId,
                PeerRegionId = PeerRegionId,
            };
            var answer = await client.ReadAsync(ZecActions.DescribeEipPrice, request, call, _ => 1, stop).ConfigureAwait(false);
            return Prices(client, ids, answer.EipPrice, answer.BandwidthPrice, answer.BandwidthPrices, answer.RemoteBandwidthPrice);
        }

        /// <summary>What one that is there would cost if it were ordered today; null where its region or its charge type is not known.</summary>
        public static Ordered? Of(ZecEip eip) => eip is { RegionId: { } region, InternetChargeType: { } charge }
            ? new Ordered(
                region, charge, eip.CidrId is null ? eip.NetworkLineType : null, eip.CidrId, eip.PeerRegionId, eip.BandwidthMbps, eip.TrafficPackageSizeTB, eip.BandwidthClusterId, 1)
            : null;

        /// <summary>What a bandwidth cluster pays for has no price of its own.</summary>
        public override IEnumerable<string> Lacking(ICollection<string> items)
        {
            string[] needed = ["Eip", .. ChargeType == "BandwidthCluster" ? [] : new[] { "Bandwidth" }, .. PeerRegionId is null or "" ? [] : new[] { "RemoteBandwidth" }];
            return needed.Where(item => !items.Contains(item));
        }

        public override string ToString() => $"a new elastic IP in {RegionId}, {ChargeType}";
    }

    /// <summary>One with another bandwidth.</summary>
    internal sealed record OfBandwidth(string Id, int Mbps) : EipQuestion
    {
        public override async Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop)
        {
            var request = new InquiryPriceModifyEipBandwidthRequest { EipId = Id, Bandwidth = Mbps };
            var answer = await client.ReadAsync(ZecActions.InquiryPriceModifyEipBandwidth, request, call, _ => 1, stop).ConfigureAwait(false);
            return Prices(client, ids, answer.EipPrice, answer.BandwidthPrice, answer.BandwidthPrices, answer.RemoteBandwidthPrice);
        }

        public override string ToString() => string.Format(CultureInfo.InvariantCulture, "elastic IP {0} at {1} Mbps", Id, Mbps);
    }

    /// <summary>One with another traffic package.</summary>
    internal sealed record OfPackage(string Id, decimal SizeTB) : EipQuestion
    {
        public override async Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop)
        {
            var request = new InquiryPriceModifyEipFlowPackageRequest { EipId = Id, FlowPackage = SizeTB };
            var answer = await client.ReadAsync(ZecActions.InquiryPriceModifyEipFlowPackage, request, call, _ => 1, stop).ConfigureAwait(false);
            return Prices(client, ids, answer.EipPrice, answer.BandwidthPrice, answer.BandwidthPrices, answer.RemoteBandwidthPrice);
        }

        public override string ToString() => string.Format(CultureInfo.InvariantCulture, "elastic IP {0} with a traffic package of {1} TB", Id, SizeTB);
    }

    /// <summary>One that is paid for in another way.</summary>
    internal sealed record Charged(string Id, string ChargeType, int? BandwidthMbps, decimal? PackageTB, string? ClusterId) : EipQuestion
    {
        public override async Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop)
        {
            var request = new InquiryPriceChangeEipInternetChargeTypeRequest
            {
                EipId = Id,
                InternetChargeType = ChargeType,
                Bandwidth = BandwidthMbps,
                FlowPackage = PackageTB,
                ClusterId = ClusterId,
            };
            var answer = await client.ReadAsync(ZecActions.InquiryPriceChangeEipInternetChargeType, request, call, _ => 1, stop).ConfigureAwait(false);
            return Prices(client, ids, answer.EipPrice, answer.BandwidthPrice, answer.BandwidthPrices, answer.RemoteBandwidthPrice);
        }

        public override string ToString() => $"elastic IP {Id} as {ChargeType}";
    }
}
