using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// Goes through a listing once without a network. .NET compiles code when it first runs, and that is most of what a first call
/// takes: so it is done aside, while the user types the first command or the connection is being made.
/// </summary>
internal static class Rehearsal
{
    /// <summary>One of everything that an answer has.</summary>
    private const string Answer = """
        {"requestId":"T","response":{"requestId":"T","totalCount":1,"dataSet":[{"instanceId":"i","instanceName":"n","zoneId":"z","instanceType":"t",
        "cpu":1,"memory":1,"imageId":"i","imageName":"n","timeZone":"UTC","nicNetworkType":"Auto","status":"RUNNING","systemDisk":{"diskId":"d",
        "diskSize":1,"diskCategory":"c","burstingEnabled":false},"dataDisks":[{"diskId":"d","diskName":"n","diskSize":1,"diskAmount":1,"portable":true,
        "burstingEnabled":false,"diskCategory":"c"}],"publicIpAddresses":["a"],"privateIpAddresses":["a"],"keyId":"k","subnetId":"s",
        "securityGroupId":"s","enableAgent":true,"enableAgentMonitor":true,"enableIpForward":false,"createTime":"2026-01-01T00:00:00Z","expiredTime":null,
        "resourceGroupId":"r","resourceGroupName":"n","nics":[{"nicId":"n","name":"n","status":"USED","publicIpList":["a"],"privateIpList":["a"],
        "secondaryIpv4s":[],"instanceId":"i","createTime":"2026-01-01T00:00:00Z","resourceGroup":{"resourceGroupId":"r","resourceGroupName":"n"},
        "tags":{"tags":[]}}],"tags":{"tags":[{"key":"k","value":"v"}]},"loadBalancerIds":[],"placementGroupId":null,
        "instanceOptions":{"nestedVirtualization":false}}]}}
        """;

    private static readonly Lazy<Task> Once = new(() => Task.Run(PlayAsync));

    /// <summary>Begins it, the first time in a process.</summary>
    public static void Begin() => _ = Once.Value;

    private static async Task PlayAsync()
    {
        var options = new ZecClientOptions(ZecCredential.FromAccessKey("key", "secret", "rehearsal")) { Handler = new Stage() };
        using var client = new ZecClient(options);
        var call = new ZecCallOptions();
        await new InstanceLister(client, call).TakeAsync(new DescribeInstancesRequest(), 1, null, CancellationToken.None).ConfigureAwait(false);
    }

    private sealed class Stage : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // As a network does, so that what waits is compiled too.
            await Task.Yield();
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Answer));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        }
    }
}
