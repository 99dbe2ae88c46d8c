using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Bases;

/// <summary>The images that were read of one zone, or of the account's own ones, which are of no zone; or why they could not be.</summary>
internal sealed class ZoneImages
{
    private ZoneImages(string? zoneId) => ZoneId = zoneId;

    /// <summary>The zone; null for images that were asked for without one.</summary>
    public string? ZoneId { get; }

    /// <summary>The zone, in the words of a message.</summary>
    public string OfZone => ZoneId is null ? string.Empty : $" of {ZoneId}";

    /// <summary>Whether the zone's list was read, not only some images by ID.</summary>
    public bool IsListing { get; private init; }

    /// <summary>False where the list kept changing under every look.</summary>
    public bool IsSettled { get; private init; } = true;

    public IReadOnlyList<ZecImage> Images { get; private init; } = [];

    /// <summary>Those that were asked for by ID and are not there.</summary>
    public IReadOnlyList<ZecImage> Missing { get; private init; } = [];

    public ZecException? Failure { get; private init; }

    /// <summary>Reads the images of zones, and the images of instances; the zones at the same time, as the API takes one in each request.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for these calls.</param>
    /// <param name="objects">The zones, the instances, and images to read again; one that was listed for no zone is one of the account's own.</param>
    /// <param name="filter">What the images must be.</param>
    /// <param name="stop">Cancels the reading.</param>
    /// <returns>The outcomes in the order in which the zones were named.</returns>
    public static async Task<IReadOnlyList<ZoneImages>> ReadAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<ZecObject> objects, ImageFilter filter, CancellationToken stop)
    {
        var lister = new ImageLister(client, call);
        Func<CancellationToken, Task<ZoneImages>>[] reads =
        [
            .. objects.OfType<ZecZone>().Select(zone => zone.ZoneId).Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(zone => (Func<CancellationToken, Task<ZoneImages>>)(token => ListAsync(lister, zone, filter, token))),
            .. objects.Select(ImageOf).OfType<ZecImage>().GroupBy(image => image.ZoneId, StringComparer.OrdinalIgnoreCase)
                .Select(zone => (Func<CancellationToken, Task<ZoneImages>>)(token => FindAsync(
                    zone.Key,
                    [.. zone],
                    ids => zone.Key is null
                        ? ImageKind.List.Lister(client, call).FindAsync(ids, new DescribeCustomImagesRequest(), token)
                        : lister.FindAsync(ids, new DescribeImagesRequest { ZoneId = zone.Key }, token),
                    filter))),
        ];
        var outcomes = new List<ZoneImages>(reads.Length);
        await Concurrently.RunAsync(
            reads.Length,
            client.LimitOf(call),
            (index, token) => reads[index](token),
            outcome =>
            {
                outcomes.Add(outcome);
                return outcome.Failure?.FailsEveryRequest != true;
            },
            stop).ConfigureAwait(false);
        return outcomes;
    }

    private static ZecImage? ImageOf(ZecObject one) => one switch
    {
        ZecImage image => image,
        ZecImageCopyProgress { ImageId: { } imageId } => new ZecImage { ImageId = imageId },
        ZecInstance { ZoneId: { } zoneId, ImageId: { } imageId } => new ZecImage { ImageId = imageId, ZoneId = zoneId },
        _ => null,
    };

    private static async Task<ZoneImages> ListAsync(ImageLister lister, string zoneId, ImageFilter filter, CancellationToken stop)
    {
        try
        {
            var list = await lister.ListAsync(filter.Request(zoneId), stop).ConfigureAwait(false);
            return new ZoneImages(zoneId) { IsListing = true, IsSettled = list.IsSettled, Images = [.. list.Items.Where(filter.Match)] };
        }
        catch (ZecException failure)
        {
            return new ZoneImages(zoneId) { IsListing = true, Failure = failure };
        }
    }

    private static async Task<ZoneImages> FindAsync(
        string? zoneId, IReadOnlyList<ZecImage> images, Func<IReadOnlyList<string>, Task<IReadOnlyDictionary<string, ZecImage>>> findAsync, ImageFilter filter)
    {
        string[] ids = [.. images.Select(image => image.ImageId).Distinct(StringComparer.Ordinal)];
        try
        {
            var found = await findAsync(ids).ConfigureAwait(false);
            return new ZoneImages(zoneId)
            {
                Images = [.. ids.Where(found.ContainsKey).Select(id => found[id]).Where(filter.Match)],
                Missing = [.. ids.Where(id => !found.ContainsKey(id)).Select(id => new ZecImage { ImageId = id, ZoneId = zoneId })],
            };
        }
        catch (ZecException failure)
        {
            return new ZoneImages(zoneId) { Failure = failure };
        }
    }
}
