using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Prices;

/// <summary>A question for the price of disks.</summary>
internal abstract record DiskQuestion : PriceQuestion
{
    private static IReadOnlyList<ZecPrice> Prices(
        ZecClient client, IReadOnlyList<string?> ids, ZecDiskPerformance? performance, params PricedItem?[] items)
    {
        var reading = new Reading(client);
        return
        [
            .. ids.SelectMany(id => items.OfType<PricedItem>().Select(one => new ZecDiskPrice(one.Item, one.Price, id, reading)
            {
                MaxIops = performance?.MaxIops,
                MaxBandwidthMBps = performance?.MaxBandwidthMBps,
            })),
        ];
    }

    private static string[] OrDisk(ICollection<string> items) => items.Contains("Disk") ? [] : ["Disk"];

    /// <summary>New ones, or what one that is there would cost if it were ordered today.</summary>
    internal sealed record Ordered(string ZoneId, int SizeGiB, string? Category, int Count) : DiskQuestion
    {
        public override async Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop)
        {
            var request = new InquiryPriceCreateDisksRequest { ZoneId = ZoneId, DiskSize = SizeGiB, DiskCategory = Category, DiskAmount = Count };
            var answer = await client.ReadAsync(ZecActions.InquiryPriceCreateDisks, request, call, _ => 1, stop).ConfigureAwait(false);
            return Prices(client, ids, performance: null, PricedItem.Of("Disk", answer.DataDiskPrice));
        }

        /// <summary>What a disk that is there would cost if it were ordered today; null where its zone or its size is not known.</summary>
        public static Ordered? Of(ZecDisk disk) => disk is { ZoneId: { } zone, SizeGiB: { } size } ? new Ordered(zone, size, disk.Category, 1) : null;

        public override IEnumerable<string> Lacking(ICollection<string> items) => OrDisk(items);

        public override string ToString() => $"a new disk of {SizeGiB} GiB in {ZoneId}";
    }

    /// <summary>One with another size. If an instance boots from it, the price of that is among the answers.</summary>
    internal sealed record Resized(string Id, int SizeGiB) : DiskQuestion
    {
        public override async Task<IReadOnlyList<ZecPrice>> AskAsync(ZecClient client, ZecCallOptions call, IReadOnlyList<string?> ids, CancellationToken stop)
        {
            var request = new InquiryPriceResizeDiskRequest { DiskId = Id, DiskSize = SizeGiB };
            var answer = await client.ReadAsync(ZecActions.InquiryPriceResizeDisk, request, call, _ => 1, stop).ConfigureAwait(false);
            return Prices(
                client, ids, answer.DiskPerf, PricedItem.Of("Disk", answer.DiskPrice), PricedItem.Of("Spec", answer.SpecPrice), PricedItem.Of("Gpu", answer.GpuPrice));
        }

        public override IEnumerable<string> Lacking(ICollection<string> items) => OrDisk(items);

        public override string ToString() => $"disk {Id} at {SizeGiB} GiB";
    }
}
