using System.Diagnostics;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Benchmarks.Floors;

/// <summary>Sends the requests of a plan anew, as if all that they ask for were known before the first answer.</summary>
internal static class BarePlan
{
    /// <summary>Reads the answers to their ends.</summary>
    public static Task<double> TimeReadingAsync(BareClient client, IReadOnlyList<(string Action, byte[] Body)> requests, int mostAtOnce)
        => TimeAsync(client, requests, mostAtOnce, (_, answer) => answer.CopyToAsync(Stream.Null));

    /// <summary>Makes objects of the lists, as the module does.</summary>
    public static Task<double> TimeDeserialisingAsync(BareClient client, IReadOnlyList<(string Action, byte[] Body)> requests, int mostAtOnce) => TimeAsync(
        client,
        requests,
        mostAtOnce,
        async (action, answer) =>
        {
            using var body = await AnswerBody.ReadAsync(answer, CancellationToken.None);
            _ = action switch
            {
                "DescribeDisks" => (object?)EnvelopeJson.Read(body.Bytes, ZecActions.DescribeDisks, new OddValues()),
                "DescribeEips" => EnvelopeJson.Read(body.Bytes, ZecActions.DescribeEips, new OddValues()),
                "DescribeSnapshots" => EnvelopeJson.Read(body.Bytes, ZecActions.DescribeSnapshots, new OddValues()),
                _ => null,
            };
        });

    private static async Task<double> TimeAsync(
        BareClient client, IReadOnlyList<(string Action, byte[] Body)> requests, int mostAtOnce, Func<string, Stream, Task> read)
    {
        var messages = requests.Select(request => client.Request(request.Action, request.Body)).ToArray();
        var actions = messages.Zip(requests).ToDictionary(pair => pair.First, pair => pair.Second.Action);
        var watch = Stopwatch.StartNew();
        await client.SendAllAsync(messages, mostAtOnce, (message, answer) => read(actions[message], answer), takesRefusals: true);
        return watch.Elapsed.TotalSeconds;
    }
}
