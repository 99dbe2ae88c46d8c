using System.Diagnostics;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Benchmarks.Floors;

/// <summary>Releases instances a hundred a request and reads the answers to their ends.</summary>
internal static class BareRelease
{
    public static async Task<double> TimeAsync(BareClient client, IEnumerable<string> instanceIds, int mostAtOnce)
    {
        var requests = instanceIds.Chunk(ReleaseInstancesRequest.MaximumInstanceIds)
            .Select(ids => client.Request("ReleaseInstances", RequestJson.BytesOf(
                new ReleaseInstancesRequest { InstanceIds = ids, DependResource = true }, ZecActions.ReleaseInstances.Request)))
            .ToArray();
        var watch = Stopwatch.StartNew();
        await client.SendAllAsync(requests, mostAtOnce, answer => answer.CopyToAsync(Stream.Null));
        return watch.Elapsed.TotalSeconds;
    }
}
