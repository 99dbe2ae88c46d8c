using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Transport;
using ZenlayerZec.Simulator;

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
        };
        connect?.Invoke(Options);
        Options.Handler = Clock.Watch(Options.Handler, Simulator);
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

    public TestClock Clock { get; } = new();

    public ZecSimulator Simulator { get; }

    public ZecClientOptions Options { get; }

    public ZecClient Client { get; }

    public ZecCallOptions Call { get; }

    public IReadOnlyList<ZecRequestTrace> Traces => _traces;

    public IReadOnlyList<string> Ids(int count) => [.. Simulator.Instances.Take(count).Select(instance => instance.InstanceId)];

    /// <summary>Releases instances, of each of which it is known what it was; without a name for it when nobody looked.</summary>
    public Task<List<ZecBatchResult>> ReleaseAsync(
        IReadOnlyList<string> ids, bool looked = true, bool releaseDependentResources = true, CancellationTokenSource? stop = null)
        => RunAsync(actions => actions.Release(releaseDependentResources), ids, looked, stop);

    /// <summary>Does something to instances, of each of which it is known what it was; without a name for it when nobody looked.</summary>
    public async Task<List<ZecBatchResult>> RunAsync(
        Func<InstanceOperations, WriteRun> action, IReadOnlyList<string> ids, bool looked = true, CancellationTokenSource? stop = null)
    {
        var states = Simulator.Instances.ToDictionary(instance => instance.InstanceId, instance => instance.Status);
        using var run = action(new InstanceOperations(
            Client, ids.Select(id => KeyValuePair.Create(id, looked ? states.GetValueOrDefault(id) : null)), Call));
        var results = new List<ZecBatchResult>();
        while (await run.NextAsync(stop?.Token ?? CancellationToken.None) is { } result)
        {
            results.Add(result);
        }

        NeverSent = run.NeverSent;
        return results;
    }

    /// <summary>What the last run did not come to.</summary>
    public IReadOnlyList<string> NeverSent { get; private set; } = [];

    public int Sent(string action) => Simulator.Calls.Count(call => call.Action == action);

    public void Dispose()
    {
        Client.Dispose();
        Clock.Stop();
    }
}
