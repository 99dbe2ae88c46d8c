using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ZenlayerZec.Benchmarks.Floors;
using ZenlayerZec.Benchmarks.Subjects;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Benchmarks.Micro;

/// <summary>Reading a page of a thousand instances.</summary>
[MemoryDiagnoser]
[InProcess]
public class PageBenchmarks
{
    private byte[] _body = [];

    /// <summary>Gets the page from a service.</summary>
    [GlobalSetup]
    public async Task GetPageAsync()
    {
        using var server = new SimulatorProcess(DescribeInstancesRequest.MaximumPageSize);
        using var client = new BareClient(server.Endpoint);
        _body = (await BareList.BodiesAsync(client, pages: 1))[0];
    }

    /// <summary>As the module reads it.</summary>
    [Benchmark]
    public object? Module() => EnvelopeJson.Read(_body, ZecActions.DescribeInstances, new OddValues());

    /// <summary>As a generated client reads it.</summary>
    [Benchmark(Baseline = true)]
    public object Plain() => PlainAnswer.Read(_body);

    /// <summary>The floor: every token once, nothing kept.</summary>
    [Benchmark]
    public int Tokens()
    {
        var reader = new Utf8JsonReader(_body);
        var count = 0;
        while (reader.Read())
        {
            count++;
        }

        return count;
    }
}
