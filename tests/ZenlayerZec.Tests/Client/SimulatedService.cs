using ZenlayerZec.Client;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Transport;
using ZenlayerZec.Simulator;
using ZenlayerZec.Simulator.Time;

namespace ZenlayerZec.Tests.Client;

/// <summary>A client and the simulated account that it talks to, on a clock that takes no time.</summary>
internal sealed class SimulatedService : IDisposable
{
    public const string Secret = "SENTINEL-simulated-secret";

    private readonly List<ZecRequestTrace> _traces = [];

    public SimulatedService(Action<SimulatorOptions>? configure = null, Action<ZecClientOptions>? connect = null)
    {
        var account = new SimulatorOptions { AccessKeySecret = Secret, ReleaseTime = TimeSpan.Zero };
        configure?.Invoke(account);
        Simulator = new ZecSimulator(account, Clock);
        Options = new ZecClientOptions(ZecCredential.FromAccessKey(account.AccessKeyId, account.AccessKeySecret, "the test"))
        {
            Handler = Simulator.CreateHandler(),
            Clock = Clock,
            WaitClock = Clock.Waits,
        };
        connect?.Invoke(Options);
        Client = new ZecClient(Options);
        Call = new ZecCallOptions
        {
            Trace = trace =>
            {
                lock (_traces)
                {
                    _traces.Add(trace);
                }
            },
        };
    }

    public SimulatedClock Clock { get; } = new();

    public ZecSimulator Simulator { get; }

    public ZecClientOptions Options { get; }

    public ZecClient Client { get; }

    public ZecCallOptions Call { get; }

    public IReadOnlyList<ZecRequestTrace> Traces => _traces;

    public IReadOnlyList<string> Ids(int count) => [.. Simulator.Instances.Take(count).Select(instance => instance.InstanceId)];

    public int Sent(string action) => Simulator.Calls.Count(call => call.Action == action);

    public void Dispose() => Client.Dispose();
}
