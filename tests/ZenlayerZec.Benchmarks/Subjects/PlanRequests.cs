using System.Collections.Concurrent;
using System.Net;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Kinds;

namespace ZenlayerZec.Benchmarks.Subjects;

/// <summary>The requests that a plan of the release of all instances of an account takes, as the module sends them.</summary>
internal static class PlanRequests
{
    /// <summary>Makes a plan, and notes what it sends.</summary>
    /// <param name="endpoint">The account.</param>
    /// <returns>The actions and the bodies, without those that list the instances.</returns>
    public static async Task<IReadOnlyList<(string Action, byte[] Body)>> RecordAsync(Uri endpoint)
    {
        var recorder = new Recorder();
        var credential = ZecCredential.FromAccessKey(SimulatorProcess.AccessKeyId, SimulatorProcess.AccessKeySecret, "benchmark");
        using var client = new ZecClient(new ZecClientOptions(credential)
        {
            Endpoint = ZecEndpoint.Parse(endpoint.GetLeftPart(UriPartial.Authority)),
            Handler = recorder,
        });
        var call = new ZecCallOptions();
        var instances = await InstanceKind.List.Lister(client, call).ListAsync(new DescribeInstancesRequest(), CancellationToken.None);
        recorder.Sent.Clear();
        var plans = await new ReleasePlanReader(client, call).ReadAsync(instances.Items, CancellationToken.None);
        return plans.Count == instances.Items.Count ? [.. recorder.Sent] : throw new InvalidOperationException($"{plans.Count} of {instances.Items.Count} were planned.");
    }

    private sealed class Recorder() : DelegatingHandler(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseCookies = false })
    {
        public ConcurrentQueue<(string Action, byte[] Body)> Sent { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Enqueue((request.Headers.GetValues("X-ZC-Action").Single(), await request.Content!.ReadAsByteArrayAsync(cancellationToken)));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
