using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Completion;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <content>Each product has an action of its own that lists its regions.</content>
public sealed partial class GetZecRegionCommand
{
    /// <summary><para type="description">The products, such as Disk. By default the regions of all products are listed.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionProductCompleter))]
    [ValidateSet("Byoip", "Cidr", "CrossRegionBandwidth", "Disk", "Eip", "NatGateway", "Nic", "Subnet")]
    public string[]? Product { get; set; }

    private protected override string OfThese => Product is null ? string.Empty : $" that sells {string.Join(" or ", Product)}";

    private protected override IReadOnlyList<CatalogueQuery> Queries()
    {
        var names = new RegionNames(Token);
        (string Product, Func<ZecClient, ZecCallOptions, CancellationToken, Task<IReadOnlyList<ZecRegion>>> Ask)[] all =
        [
            ("Byoip", ByoipAsync),
            ("Cidr", Named(ZecActions.DescribeCidrRegions, answer => answer.RegionIds)),
            ("CrossRegionBandwidth", Named(ZecActions.DescribeCrossRegionBandwidthRegions, answer => answer.RegionIds)),
            ("Disk", Named(ZecActions.DescribeDiskRegions, answer => answer.RegionIds)),
            ("Eip", Named(ZecActions.DescribeEipRegions, answer => answer.RegionIds)),
            ("NatGateway", Named(ZecActions.DescribeNatGatewayRegions, answer => answer.RegionIds)),
            ("Nic", Named(ZecActions.DescribeNetworkInterfaceRegions, answer => answer.RegionIds)),
            ("Subnet", (client, call, _) => names.OfAsync(client, call)),
        ];
        return
        [
            .. all.Where(one => Product?.Contains(one.Product, StringComparer.OrdinalIgnoreCase) ?? true)
                .Select(one => new RegionQuery(one.Product, names, one.Ask)),
        ];
    }

    private static async Task<IReadOnlyList<ZecRegion>> ByoipAsync(ZecClient client, ZecCallOptions call, CancellationToken stop)
        => (await client.ListAsync(ZecActions.DescribeByoipRegions, new DescribeByoipRegionsRequest(), call, found => found.Regions, stop)
            .ConfigureAwait(false)).Regions!;

    /// <summary>Asks an action whose answer has nothing but the IDs.</summary>
    private static Func<ZecClient, ZecCallOptions, CancellationToken, Task<IReadOnlyList<ZecRegion>>> Named<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action, Func<TResponse, IReadOnlyList<string>?> ids)
        where TRequest : new()
        where TResponse : class
        => async (client, call, stop) =>
        {
            var answer = await client.ReadAsync(action, new TRequest(), call, found => ids(found)?.Count ?? 0, stop).ConfigureAwait(false);
            var reading = new Reading(client);
            return [.. ids(answer)!.Select(id => new ZecRegion { RegionId = id, Reading = reading })];
        };
}
