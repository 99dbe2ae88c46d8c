using BenchmarkDotNet.Attributes;
using ZenlayerZec.Client.Signing;

namespace ZenlayerZec.Benchmarks.Micro;

/// <summary>Signing a request of a hundred IDs.</summary>
[MemoryDiagnoser]
[InProcess]
public class SigningBenchmarks
{
    private readonly byte[] _body = [.. Enumerable.Repeat((byte)'1', 2300)];

    /// <summary>The whole Authorization header.</summary>
    [Benchmark]
    public string Authorization()
        => Zc2Signature.Authorization("a-key-id", "a-secret", "application/json", "console.zenlayer.com", 1_700_000_000, _body);

    /// <summary>The floor: the hash of the body, which any signature needs.</summary>
    [Benchmark(Baseline = true)]
    public byte[] HashOfTheBody() => System.Security.Cryptography.SHA256.HashData(_body);
}
