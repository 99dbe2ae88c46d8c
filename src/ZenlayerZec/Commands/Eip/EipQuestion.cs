using System.Globalization;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Commands.Eip;

/// <summary>A question for a price, equal to another one that asks the same.</summary>
/// <param name="EipId">The elastic IP that would change; null for new ones.</param>
internal abstract record EipQuestion(string? EipId)
{
    /// <summary>Asks it.</summary>
    /// <returns>The items with their prices.</returns>
    public abstract Task<IReadOnlyList<EipPriceItem>> AskAsync(ZecClient client, ZecCallOptions call, CancellationToken stop);

    private static IReadOnlyList<EipPriceItem> Items(
        ZecPriceItem? eip, ZecPriceItem? bandwidth, IReadOnlyList<ZecTypedPrice> bandwidths, ZecPriceItem? remote)
        => [.. All(eip, bandwidth, bandwidths, remote).OfType<EipPriceItem>()];

    /// <summary>Where the bandwidth has a price for each kind of traffic, that for all of them says the same once more.</summary>
    private static IEnumerable<EipPriceItem?> All(ZecPriceItem? eip, ZecPriceItem? bandwidth, IReadOnlyList<ZecTypedPrice> bandwidths, ZecPriceItem? remote) =>
    [
        Of("Eip", eip),
        .. bandwidths.Count == 0 ? [Of("Bandwidth", bandwidth)] : bandwidths.Select(one => Of("Bandwidth", one?.Price, one?.TrafficType)),
        Of("RemoteBandwidth", remote),
    ];

    private static EipPriceItem? Of(string item, ZecPriceItem? price, string? trafficType = null) => price is null ? null : new EipPriceItem(item, price, trafficType);

    /// <summary>New ones, or what one that is there would cost if it were ordered today.</summary>
    internal sealed record Ordered(
        string RegionId, string ChargeType, string? Line, string? CidrId, string? PeerRegionId, int? BandwidthMbps, decimal? PackageTB, string? ClusterId, int Count)
        : EipQuestion(EipId: null)
    {
        public override async Task<IReadOnlyList<EipPriceItem>> AskAsync(ZecClient client, ZecCallOptions call, CancellationToken stop)
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
            return Items(answer.EipPrice, answer.BandwidthPrice, answer.BandwidthPrices ?? [], answer.RemoteBandwidthPrice);
        }

        public override string ToString() => $"a new elastic IP in {RegionId}, {ChargeType}";
    }

    /// <summary>One with another bandwidth.</summary>
    internal sealed record OfBandwidth(string Id, int Mbps) : EipQuestion(Id)
    {
        public override async Task<IReadOnlyList<EipPriceItem>> AskAsync(ZecClient client, ZecCallOptions call, CancellationToken stop)
        {
            var request = new InquiryPriceModifyEipBandwidthRequest { EipId = Id, Bandwidth = Mbps };
            var answer = await client.ReadAsync(ZecActions.InquiryPriceModifyEipBandwidth, request, call, _ => 1, stop).ConfigureAwait(false);
            return Items(answer.EipPrice, answer.BandwidthPrice, answer.BandwidthPrices ?? [], answer.RemoteBandwidthPrice);
        }

        public override string ToString() => string.Format(CultureInfo.InvariantCulture, "elastic IP {0} at {1} Mbps", Id, Mbps);
    }

    /// <summary>One with another traffic package.</summary>
    internal sealed record OfPackage(string Id, decimal SizeTB) : EipQuestion(Id)
    {
        public override async Task<IReadOnlyList<EipPriceItem>> AskAsync(ZecClient client, ZecCallOptions call, CancellationToken stop)
        {
            var request = new InquiryPriceModifyEipFlowPackageRequest { EipId = Id, FlowPackage = SizeTB };
            var answer = await client.ReadAsync(ZecActions.InquiryPriceModifyEipFlowPackage, request, call, _ => 1, stop).ConfigureAwait(false);
            return Items(answer.EipPrice, answer.BandwidthPrice, answer.BandwidthPrices ?? [], answer.RemoteBandwidthPrice);
        }

        public override string ToString() => string.Format(CultureInfo.InvariantCulture, "elastic IP {0} with a traffic package of {1} TB", Id, SizeTB);
    }

    /// <summary>One that is paid for in another way.</summary>
    internal sealed record Charged(string Id, string ChargeType, int? BandwidthMbps, decimal? PackageTB, string? ClusterId) : EipQuestion(Id)
    {
        public override async Task<IReadOnlyList<EipPriceItem>> AskAsync(ZecClient client, ZecCallOptions call, CancellationToken stop)
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
            return Items(answer.EipPrice, answer.BandwidthPrice, answer.BandwidthPrices ?? [], answer.RemoteBandwidthPrice);
        }

        public override string ToString() => $"elastic IP {Id} as {ChargeType}";
    }
}

/// <summary>A priced item of an answer.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Price">Its price.</param>
/// <param name="TrafficType">The kind of traffic; null for all.</param>
internal sealed record EipPriceItem(string Item, ZecPriceItem Price, string? TrafficType);
