using System.Runtime;
using System.Text.Json;
using ZenlayerZec.Benchmarks.Floors;
using ZenlayerZec.Benchmarks.Subjects;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Credentials;

namespace ZenlayerZec.Benchmarks.Figures;

/// <summary>
/// How many methods .NET compiles until a program has the first page of instances, which is most of what a first call takes; each run in a
/// process of its own.
/// </summary>
internal static class MethodFigures
{
    public const string ModuleArgument = "module-methods";
    public const string FloorArgument = "floor-methods";

    public static async Task<IEnumerable<Figure>> TakeAsync()
    {
        using var server = new SimulatorProcess(10);
        var endpoint = server.Endpoint.GetLeftPart(UriPartial.Authority);
        var (client, bare) = await Pairs.TakeAsync(
            async _ => (await Child.RunAsync(ModuleArgument, endpoint))[0], async _ => (await Child.RunAsync(FloorArgument, endpoint))[0]);
        return
        [
            new("methods compiled at the first call", "1,000 methods", "methods", client, [1000], 1),
            new("methods compiled at the first call", "one POST by HttpClient, and the tokens of the answer", "methods", client, bare, null),
        ];
    }

    /// <summary>In the child: asks for a page of instances and prints how many methods were compiled in the process.</summary>
    public static async Task AskAsync(string endpoint)
    {
        var credential = ZecCredential.FromAccessKey(SimulatorProcess.AccessKeyId, SimulatorProcess.AccessKeySecret, "benchmark");
        using var client = new ZecClient(new ZecClientOptions(credential) { Endpoint = ZecEndpoint.Parse(endpoint) });
        await client.DescribeInstancesAsync(new DescribeInstancesRequest(), new ZecCallOptions(), CancellationToken.None);
        Child.Print(JitInfo.GetCompiledMethodCount());
    }

    /// <summary>In the child: the same without the client.</summary>
    public static async Task PostAsync(Uri endpoint)
    {
        using var client = new BareClient(endpoint);
        var answer = await client.SendAsync(client.Request("DescribeInstances", "{}"u8.ToArray()));
        CountTokens(answer);
        Child.Print(JitInfo.GetCompiledMethodCount());
    }

    private static int CountTokens(byte[] answer)
    {
        var reader = new Utf8JsonReader(answer);
        var count = 0;
        while (reader.Read())
        {
            count++;
        }

        return count;
    }
}
