using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Client.Prices;

/// <summary>A question for the price of instances.</summary>
internal abstract record InstanceQuestion : PriceQuestion
{
    private static IReadOnlyList<ZecPrice> Prices(ZecClient client, IReadOnlyList<string?> ids, IEnumerable<PricedItem?> items)
    {
        var reading = new Reading(client);
        return [.. ids.SelectMany(id => items.OfType<PricedItem>().Select(one => new ZecInstancePrice(one.Item, one.Price, id, one.TrafficType, reading)))];
    }

    /// <summary>Whether the size of an instance has a price: that of what it has instead of cores is its price, too.</summary>
    private static bool HasSize(ICollection<string> items) => items.Contains("Spec") || items.Contains("Gpu") || items.Contains("Accelerator");

    /// <summary>
    /// New ones, or what one that is there would cost if it were ordered today. Its properties can be set, since an init accessor of the client is not
    /// the same in both editions, and the cmdlets are compiled once.
    /// </summary>
    internal sealed record Ordered(string ZoneId, string InstanceType, int Count) : InstanceQuestion
    {
        /// <summary>The image that says how large the boot disk is, where nobody else does.</summary>
        public string? ImageId { get; set; }

        public int? SystemDiskSizeGiB { get; set; }

        public string? SystemDiskCategory { get; set; }

        public bool? SystemDiskBursting { get; set; }

        public int? DataDiskSizeGiB { get; set; }

        public string? DataDiskCategory { get; set; }

        public bool? DataDiskBursting { get; set; }

        public string? ChargeType { get; set; }

        public string? Line { get; set; }

        public int? BandwidthMbps { get; set; }

        public decimal? PackageTB { get; set; }

        public override async Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop)
        {
            var request = new InquiryPriceCreateInstanceRequest
            {
                ZoneId = ZoneId,
                InstanceType = InstanceType,
                NetworkLineType = Line,
                InternetChargeType = ChargeType,
                TrafficPackageSize = PackageTB,
                Bandwidth = BandwidthMbps,
                InstanceCount = Count,
                SystemDisk = new ZecSystemDisk
                {
                    SizeGiB = SystemDiskSizeGiB ?? await LeastSizeAsync(client, call, stop).ConfigureAwait(false),
                    DiskCategory = SystemDiskCategory,
                    BurstingEnabled = SystemDiskBursting,
                },
                DataDisk = DataDiskSizeGiB is null ? null
                    : new ZecDataDisk { SizeGiB = DataDiskSizeGiB, DiskAmount = 1, DiskCategory = DataDiskCategory, BurstingEnabled = DataDiskBursting },
            };
            var answer = await client.ReadAsync(ZecActions.InquiryPriceCreateInstance, request, call, _ => 1, stop).ConfigureAwait(false);
            return Prices(
                client,
                ids,
                [
                    PricedItem.Of("Spec", answer.SpecPrice),
                    PricedItem.Of("Gpu", answer.GpuPrice),
                    PricedItem.Of("Accelerator", answer.AcceleratorPrice),
                    PricedItem.Of("SystemDisk", answer.SystemDiskPrice),
                    .. DataDisks(answer),
                    PricedItem.Of("IPv4", answer.Ipv4Price),
                    .. PricedItem.Bandwidth("IPv4Bandwidth", answer.Ipv4BandwidthPrice, answer.Ipv4BandwidthPrices),
                    PricedItem.Of("IPv6", answer.Ipv6Price),
                    PricedItem.Of("IPv6Bandwidth", answer.Ipv6BandwidthPrice),
                ]);
        }

        /// <summary>
        /// What one that is there would cost if it were ordered today, with its boot disk. Its data disks and its elastic IPs are things of their own, and
        /// have prices of their own.
        /// </summary>
        /// <returns>Null where its zone, its type or its boot disk is not known.</returns>
        public static Ordered? Of(ZecInstance instance) => instance is { ZoneId: { } zone, InstanceType: { } type, SystemDisk: { SizeGiB: { } size } disk }
            ? new Ordered(zone, type, 1) { SystemDiskSizeGiB = size, SystemDiskCategory = disk.DiskCategory, SystemDiskBursting = disk.BurstingEnabled }
            : null;

        public override IEnumerable<string> Lacking(ICollection<string> items)
        {
            if (!HasSize(items))
            {
                yield return "Spec";
            }

            if (!items.Contains("SystemDisk"))
            {
                yield return "SystemDisk";
            }

            if (DataDiskSizeGiB is not null && !items.Contains("DataDisk"))
            {
                yield return "DataDisk";
            }

            // What a bandwidth cluster pays for has no price of its own.
            if (ChargeType is not (null or "BandwidthCluster") && !items.Contains("IPv4Bandwidth") && !items.Contains("IPv6Bandwidth"))
            {
                yield return "IPv4Bandwidth";
            }
        }

        public override string ToString() => $"a new instance of {InstanceType} in {ZoneId}";

        /// <summary>Newer versions of the service tell them one by one, which says the same as the one for all.</summary>
        private static IEnumerable<PricedItem?> DataDisks(InquiryPriceCreateInstanceResponse answer)
            => answer.DataDiskPrice is { } all ? [PricedItem.Of("DataDisk", all)] : (answer.DataDiskPrices ?? []).Select(one => PricedItem.Of("DataDisk", one));

        /// <summary>The size that a boot disk has if an order does not say it.</summary>
        private async Task<int?> LeastSizeAsync(ZecClient client, ZecCallOptions call, CancellationToken stop)
        {
            var found = await new ImageLister(client, call).FindAsync([ImageId!], new DescribeImagesRequest { ZoneId = ZoneId }, stop).ConfigureAwait(false);
            return found.TryGetValue(ImageId!, out var image) && image.MinDiskSizeGiB is { } size
                ? size
                : throw new ZecConfigurationException(
                    "BootDiskUnknown", $"The zone {ZoneId} has no image {ImageId} that says how large a boot disk has to be. Give -SystemDiskSizeGiB.");
        }
    }

    /// <summary>One of another instance type.</summary>
    internal sealed record Resized(string Id, string InstanceType) : InstanceQuestion
    {
        public override async Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop)
        {
            var request = new InquiryPriceModifyInstanceTypeRequest { InstanceId = Id, InstanceType = InstanceType };
            var answer = await client.ReadAsync(ZecActions.InquiryPriceModifyInstanceType, request, call, _ => 1, stop).ConfigureAwait(false);
            return Prices(
                client,
                ids,
                [
                    PricedItem.Of("Spec", answer.SpecPrice),
                    PricedItem.Of("Gpu", answer.GpuPrice),
                    PricedItem.Of("Accelerator", answer.AcceleratorPrice),
                    PricedItem.Of("SystemDisk", answer.SystemDiskPrice),
                ]);
        }

        public override IEnumerable<string> Lacking(ICollection<string> items) => HasSize(items) ? [] : ["Spec"];

        public override string ToString() => $"instance {Id} as {InstanceType}";
    }
}
