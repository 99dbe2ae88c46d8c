using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Filters;

/// <summary>The regions with their names, which only the list of the regions of subnets has: asked for once in each account. Thread-safe.</summary>
/// <param name="stop">Ends the asking: all who wait for the names share it.</param>
internal sealed class RegionNames(CancellationToken stop)
{
    private readonly Dictionary<ZecClient, Task<IReadOnlyList<ZecRegion>>> _asked = [];

    /// <summary>The regions of an account.</summary>
    /// <exception cref="Client.Errors.ZecException">They could not be asked for.</exception>
    public Task<IReadOnlyList<ZecRegion>> OfAsync(ZecClient client, ZecCallOptions call)
    {
        lock (_asked)
        {
            return _asked.TryGetValue(client, out var asking) ? asking : _asked[client] = AskAsync(client, call);
        }
    }

    private async Task<IReadOnlyList<ZecRegion>> AskAsync(ZecClient client, ZecCallOptions call)
        => (await client.ListAsync(ZecActions.DescribeSubnetRegions, new DescribeSubnetRegionsRequest(), call, found => found.RegionSet, stop)
            .ConfigureAwait(false)).RegionSet!;
}
