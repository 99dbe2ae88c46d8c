using System.Diagnostics;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Benchmarks.Floors;

/// <summary>Lists instances a thousand a page: the first page, then the others together, as nobody can know their number before.</summary>
internal static class BareList
{
    /// <summary>Reads the answers to their ends.</summary>
    public static Task<double> TimeReadingAsync(BareClient client, int pages, int mostAtOnce)
        => TimeAsync(client, pages, mostAtOnce, answer => answer.CopyToAsync(Stream.Null));

    /// <summary>Makes objects of them, as the module does.</summary>
    public static Task<double> TimeDeserialisingAsync(BareClient client, int pages, int mostAtOnce) => TimeAsync(
        client,
        pages,
        mostAtOnce,
        async answer =>
        {
            using var body = await AnswerBody.ReadAsync(answer, CancellationToken.None);
            _ = EnvelopeJson.Read(body.Bytes, ZecActions.DescribeInstances, new OddValues());
        });

    /// <summary>The answers' bytes.</summary>
    public static async Task<IReadOnlyList<byte[]>> BodiesAsync(BareClient client, int pages)
    {
        var bodies = new List<byte[]>();
        await client.SendAllAsync(Requests(client, pages), 1, async answer =>
        {
            using var body = new MemoryStream();
            await answer.CopyToAsync(body);
            bodies.Add(body.ToArray());
        });
        return bodies;
    }

    private static async Task<double> TimeAsync(BareClient client, int pages, int mostAtOnce, Func<Stream, Task> read)
    {
        var requests = Requests(client, pages);
        var watch = Stopwatch.StartNew();
        await client.SendAllAsync(requests[..1], 1, read);
        await client.SendAllAsync(requests[1..], mostAtOnce, read);
        return watch.Elapsed.TotalSeconds;
    }

    private static HttpRequestMessage[] Requests(BareClient client, int pages) =>
    [
        .. Enumerable.Range(1, pages).Select(page => client.Request("DescribeInstances", RequestJson.BytesOf(
            new DescribeInstancesRequest { PageSize = DescribeInstancesRequest.MaximumPageSize, PageNum = page },
            ZecActions.DescribeInstances.Request))),
    ];
}
