using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ZenlayerZec.Benchmarks.Floors;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Benchmarks.Micro;

/// <summary>Reading a page of a thousand instances.</summary>
[MemoryDiagnoser]
[InProcess]
public class PageBenchmarks
{
    private byte[] _body = [];

    /// <summary>Makes the page.</summary>
    [GlobalSetup]
    public void MakePage()
    {
        var instances = new ZecSimulator(new SimulatorOptions { InstanceCount = 1000 }).Instances
            .Select(instance => JsonSerializer.Serialize(instance, ZecJsonContext.Default.ZecInstance));
        _body = Encoding.UTF8.GetBytes($$$"""{"requestId":"T1","response":{"requestId":"T1","totalCount":1000,"dataSet":[{{{string.Join(',', instances)}}}]}}""");
    }

    /// <summary>As the module reads it.</summary>
    [Benchmark]
    public object? Module() => JsonSerializer.Deserialize(_body, AnswerJson.Of<DescribeInstancesResponse>());

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
