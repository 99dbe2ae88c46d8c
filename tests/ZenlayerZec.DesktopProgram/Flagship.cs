using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.DesktopProgram;

/// <summary>Lists, releases and settles against a service, and prints what came of it.</summary>
internal static class Flagship
{
    /// <param name="accessKeyId">The access key's ID.</param>
    /// <param name="accessKeySecret">Its secret.</param>
    /// <param name="endpoint">Where the service is.</param>
    public static async Task RunAsync(string accessKeyId, string accessKeySecret, string endpoint)
    {
        using var client = new ZecClient(new ZecClientOptions(ZecCredential.FromAccessKey(accessKeyId, accessKeySecret, "the arguments"))
        {
            Endpoint = ZecEndpoint.Parse(endpoint),
        });
        var call = new ZecCallOptions();
        var instances = (await new InstanceLister(client, call).ListAsync(new DescribeInstancesRequest(), CancellationToken.None)
            .ConfigureAwait(false)).Items;
        Console.WriteLine($"{instances.Count} listed by {Path.GetFileName(Path.GetDirectoryName(typeof(ZecClient).Assembly.Location))}");

        var items = instances.Take(150).Select(instance => new WriteItem(instance.InstanceId).ReadAs(instance.Status, instance.Reading));
        using var run = new WriteRun(
            client, InstanceOperations.Release(dependentResources: true, purge: false), items, call, CancellationToken.None);
        var succeeded = 0;
        while (await run.NextAsync().ConfigureAwait(false) is { } result)
        {
            succeeded += result.SucceededIds.Length;
        }

        Console.WriteLine($"{succeeded} released");
    }
}
