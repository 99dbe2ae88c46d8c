using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>
/// The account's instances in the order of their creation, and what time does to them. Not thread-safe: the engine takes one
/// request at a time.
/// </summary>
internal sealed class SimulatedFleet
{
    private readonly SimulatorOptions _options;
    private readonly TimeProvider _clock;
    private readonly List<SimulatedInstance> _instances = [];
    private readonly Dictionary<string, SimulatedInstance> _byId = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset Due, SimulatedInstance Instance)> _releases = new();
    private readonly Dictionary<string, int> _releaseCounts = new(StringComparer.Ordinal);

    public SimulatedFleet(SimulatorOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        foreach (var instance in new FleetGenerator(options.Seed, clock.GetUtcNow()).Generate(options.InstanceCount))
        {
            Add(instance);
        }

        var stoppedFirst = _instances.OrderBy(instance => instance.Status == InstanceStatus.Stopped ? 0 : 1);
        foreach (var instance in stoppedFirst.Take(options.FailureCount))
        {
            instance.Refuses = true;
        }
    }

    /// <summary>Every instance that exists now.</summary>
    public IReadOnlyList<SimulatedInstance> Instances => _instances;

    public SimulatedInstance? Find(string id) => _byId.TryGetValue(id, out var instance) ? instance : null;

    public void Add(ZecInstance instance)
    {
        var added = new SimulatedInstance(instance);
        _byId.Add(added.Id, added);
        _instances.Add(added);
    }

    /// <summary>How often an instance was released in effect; twice means that the second emptied the recycle bin.</summary>
    public int ReleaseCount(string id) => _releaseCounts.TryGetValue(id, out var count) ? count : 0;

    /// <summary>Starts a release where the instance's state allows one.</summary>
    /// <returns>False where it does not: the ID has failed.</returns>
    public bool Release(SimulatedInstance instance)
    {
        if (instance.Refuses
            || _options.FailingInstanceIds.Contains(instance.Id)
            || instance.Status is InstanceStatus.Releasing or InstanceStatus.Recycling or InstanceStatus.Deploying)
        {
            return false;
        }

        _releaseCounts[instance.Id] = ReleaseCount(instance.Id) + 1;
        instance.Status = _options.RecycleBin && instance.Status != InstanceStatus.Recycle ? InstanceStatus.Recycling : InstanceStatus.Releasing;
        _releases.Enqueue((_clock.GetUtcNow() + _options.ReleaseTime, instance));
        return true;
    }

    /// <summary>Takes an instance away at once, as somebody else's release would.</summary>
    public void Drop(SimulatedInstance instance)
    {
        instance.IsGone = true;
        _byId.Remove(instance.Id);
        _instances.Remove(instance);
    }

    /// <summary>Lets happen what is due by now.</summary>
    public void CatchUp()
    {
        var now = _clock.GetUtcNow();
        var anyGone = false;
        while (_releases.Count > 0 && _releases.Peek().Due <= now)
        {
            var instance = _releases.Dequeue().Instance;
            if (instance.Status == InstanceStatus.Recycling)
            {
                instance.Status = InstanceStatus.Recycle;
                continue;
            }

            instance.IsGone = anyGone = true;
            _byId.Remove(instance.Id);
        }

        if (anyGone)
        {
            _instances.RemoveAll(instance => instance.IsGone);
        }
    }
}
