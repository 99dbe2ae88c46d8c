using System.Diagnostics;
using System.Globalization;

namespace ZenlayerZec.Benchmarks.Subjects;

/// <summary>A simulated account in a process of its own, so that what it takes is not counted with the module.</summary>
internal sealed class SimulatorProcess : IDisposable
{
    public const string AccessKeyId = "benchmark-key";
    public const string AccessKeySecret = "benchmark-secret";

    private readonly Process _process;

    /// <param name="instances">How many instances it has.</param>
    /// <param name="latency">How many milliseconds each answer takes.</param>
    /// <param name="requestsPerSecond">How many requests a second it lets through; null means any number.</param>
    /// <param name="dataDisks">How many data disks each instance has.</param>
    /// <param name="eips">How many elastic IPs each instance has.</param>
    public SimulatorProcess(int instances, int latency = 0, int? requestsPerSecond = null, int dataDisks = 1, int eips = 1)
    {
        string[] limit = requestsPerSecond is { } rate ? ["--requests-per-second", Text(rate)] : [];
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Checkout.Server, "--port", "0", "--instances", Text(instances), "--latency", Text(latency), "--data-disks", Text(dataDisks), "--eips", Text(eips), "--release-time", "86400",
                "--access-key-id", AccessKeyId, "--access-key-secret", AccessKeySecret, .. limit,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        _process = Process.Start(start)!;
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The simulator did not start.");
        Endpoint = new Uri(line.Split(' ')[2]);
    }

    public Uri Endpoint { get; }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
