using ZenlayerZec.Client;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Filters;

/// <summary>The regions that sell a product. What the service lists of most products are IDs: the names come from another list.</summary>
/// <param name="product">The product.</param>
/// <param name="names">The regions with their names.</param>
/// <param name="ask">Asks which regions sell it.</param>
internal sealed class RegionQuery(
    string product, RegionNames names, Func<ZecClient, ZecCallOptions, CancellationToken, Task<IReadOnlyList<ZecRegion>>> ask)
    : CatalogueQuery
{
    /// <inheritdoc/>
    public override IEnumerable<string> IdsOf(IReadOnlyList<string> ids, IReadOnlyList<ZecObject> objects)
        => ids.Concat(objects.Select(IdOf).OfType<string>().Where(id => id.Length > 0));

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<CatalogueRow>> AskAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, IReadOnlyList<ZecObject> objects, CancellationToken stop)
    {
        var wanted = new HashSet<string>(IdsOf(ids, objects), StringComparer.OrdinalIgnoreCase);
        var asksForAll = ids.Count + objects.Count == 0;
        if (wanted.Count == 0 && !asksForAll)
        {
            return [];
        }

        var naming = names.OfAsync(client, call);
        var regions = await ask(client, call, stop).ConfigureAwait(false);
        var known = (await naming.ConfigureAwait(false)).ToLookup(region => region.RegionId, StringComparer.OrdinalIgnoreCase);
        ZecRegion[] sold = [.. regions.Where(region => asksForAll || wanted.Contains(region.RegionId))];
        foreach (var region in sold)
        {
            region.Product = product;
            if (known[region.RegionId].FirstOrDefault() is { } named)
            {
                (region.RegionName, region.RegionTitle) = (named.RegionName, named.RegionTitle);
            }
        }

        return [.. sold.Select(region => new CatalogueRow([region], region.RegionId, []))];
    }

    /// <summary>The ID of the region that an object is, or is in; null where it says none.</summary>
    public static string? IdOf(ZecObject one) => one switch
    {
        ZecRegion region => region.RegionId,
        ZecZone zone => zone.RegionId,
        _ => null,
    };
}
