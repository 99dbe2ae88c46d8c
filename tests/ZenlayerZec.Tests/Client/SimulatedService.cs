using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Models;
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

    /// <summary>Releases instances, as objects that were just read; without their states where they were not read.</summary>
    public Task<List<ZecBatchResult>> ReleaseAsync(
        IReadOnlyList<string> ids,
        bool looked = true,
        bool releaseDependentResources = true,
        bool purge = false,
        CancellationTokenSource? stop = null)
        => RunAsync(InstanceOperations.Release(releaseDependentResources, purge), ids, looked, stop);

    /// <summary>Does something to instances, as objects that were just read; without their states where they were not read.</summary>
    public async Task<List<ZecBatchResult>> RunAsync(
        WriteOperation operation, IReadOnlyList<string> ids, bool looked = true, CancellationTokenSource? stop = null)
    {
        using var run = Begin(operation, ids, looked, stop);
        var results = new List<ZecBatchResult>();
        while (await run.NextAsync() is { } result)
        {
            results.Add(result);
        }

        NeverSent = [.. run.NeverSent.Select(item => item.Id)];
        return results;
    }

    /// <summary>A run that has sent nothing yet.</summary>
    public WriteRun Begin(WriteOperation operation, IReadOnlyList<string> ids, bool looked = true, CancellationTokenSource? stop = null)
        => new(Client, operation, Items(ids, looked), Call, stop?.Token ?? CancellationToken.None);

    /// <summary>Instances as a cmdlet hands them to a run: read just now, or as text.</summary>
    public IEnumerable<WriteItem> Items(IReadOnlyList<string> ids, bool looked = true)
    {
        var states = Simulator.Instances.ToDictionary(instance => instance.InstanceId, instance => instance.Status);
        var reading = new Reading(Client);
        return [.. ids.Select(id => looked && states.TryGetValue(id, out var state)
            ? new WriteItem(id).ReadAs(state, reading)
            : new WriteItem(id))];
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
