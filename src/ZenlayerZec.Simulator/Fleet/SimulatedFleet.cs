using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Time;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>
/// The account's instances in the order of their creation, and what time does to them. Not thread-safe: the engine takes one
/// request at a time.
/// </summary>
internal sealed class SimulatedFleet
{
    private readonly SimulatorOptions _options;
    private readonly Timeline _time;
    private readonly CarriedOutCounts _carriedOut;
    private readonly List<SimulatedInstance> _instances = [];
    private readonly Dictionary<string, SimulatedInstance> _byId = new(StringComparer.Ordinal);

    /// <summary>The next number that no instance has had.</summary>
    private int _next;

    /// <summary>How many instances there have been.</summary>
    private int _added;

    public SimulatedFleet(SimulatorOptions options, Timeline time, CarriedOutCounts carriedOut)
    {
        _options = options;
        _time = time;
        _carriedOut = carriedOut;
        foreach (var instance in new FleetGenerator(options, time.Now).Generate())
        {
            Add(instance);
        }

        _next = options.InstanceCount;
        var stoppedFirst = _instances.OrderBy(instance => instance.Status == InstanceStatus.Stopped ? 0 : 1);
        foreach (var instance in stoppedFirst.Take(options.FailureCount))
        {
            instance.Refuses = true;
        }

        foreach (var instance in _instances.AsEnumerable().Reverse().OrderBy(instance => instance.Status == InstanceStatus.Stopped ? 0 : 1).Take(options.ProtectedCount))
        {
            instance.Instance.Tags["zec:keep"] = "yes";
        }
    }

    /// <summary>An instance has come to the account.</summary>
    public event Action<SimulatedInstance>? Added;

    /// <summary>An instance that was ordered is made, or could not be made.</summary>
    public event Action<SimulatedInstance>? Made;

    /// <summary>An instance was released: it is gone, or in the recycle bin.</summary>
    public event Action<SimulatedInstance>? Released;

    /// <summary>Every instance that exists now.</summary>
    public IReadOnlyList<SimulatedInstance> Instances => _instances;

    /// <summary>How many instances were ordered so far.</summary>
    public int OrderedCount { get; private set; }

    /// <summary>The account's time.</summary>
    public DateTimeOffset Now => _time.Now;

    public SimulatedInstance? Find(string? id) => id is not null && _byId.TryGetValue(id, out var instance) ? instance : null;

    /// <summary>Those of these IDs that there are, each once; where none are named, all.</summary>
    public IReadOnlyList<SimulatedInstance> Among(IReadOnlyList<string> instanceIds) => instanceIds.Count > 0
        ? [.. instanceIds.Distinct(StringComparer.Ordinal).Select(Find).OfType<SimulatedInstance>()]
        : _instances;

    /// <summary>Adds an instance that exists already, as somebody else's.</summary>
    public void Add(ZecInstance instance) => Add(instance, isNew: false);

    /// <summary>The number of a new instance, and the ID that it makes: one that no instance has.</summary>
    public (int Index, string InstanceId) TakeNumber()
    {
        string id;
        do
        {
            id = Numbering.InstanceId(_options.Seed, _next++);
        }
        while (_byId.ContainsKey(id));

        return (_next - 1, id);
    }

    /// <summary>Adds an instance that was ordered, and counts the order as carried out.</summary>
    /// <param name="action">The action.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="time">How long it takes to make.</param>
    /// <param name="then">The state after that.</param>
    public void AddOrdered(string action, ZecInstance instance, TimeSpan time, string then)
    {
        OrderedCount++;
        Begin(action, Add(instance, isNew: true), InstanceStatus.Deploying, time, then);
    }

    /// <summary>Notes that an action took effect on an instance.</summary>
    public void CountCarriedOut(string action, string instanceId) => _carriedOut.Add(action, instanceId);

    /// <summary>Whether an instance refuses whatever is done to it, for a reason that nobody is told.</summary>
    public bool Refuses(SimulatedInstance instance) => instance.Refuses || _options.FailingInstanceIds.Contains(instance.Id);

    /// <summary>Begins what an action does to an instance, and counts it as carried out.</summary>
    /// <param name="action">The action.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="meanwhile">The state until then.</param>
    /// <param name="time">How long.</param>
    /// <param name="then">The state after that; null means that the instance is gone.</param>
    /// <param name="change">What else is different then.</param>
    public void Begin(string action, SimulatedInstance instance, string meanwhile, TimeSpan time, string? then, Action<ZecInstance>? change = null)
    {
        CountCarriedOut(action, instance.Id);
        instance.Status = meanwhile;
        if (_options.StuckInstanceIds.Contains(instance.Id))
        {
            _time.Forget(instance);
            return;
        }

        _time.Plan(instance, time, () =>
        {
            instance.Change(change ?? (_ => { }));
            Arrive(instance, then);
        });
    }

    /// <summary>Puts an instance into a state that lasts, as somebody else's action would.</summary>
    public void SetStatus(SimulatedInstance instance, string status)
    {
        _time.Forget(instance);
        instance.Status = status;
        EndMaking(instance);
    }

    /// <summary>Takes an instance away at once, as somebody else's release would.</summary>
    public void Drop(SimulatedInstance instance)
    {
        _time.Forget(instance);
        instance.IsGone = true;
        _byId.Remove(instance.Id);
        _instances.Remove(instance);
        Released?.Invoke(instance);
    }

    /// <summary>Takes those that are gone out of the list, all together: one by one they would each cost a look at the whole.</summary>
    public void TakeOutGone()
    {
        if (_byId.Count < _instances.Count)
        {
            _instances.RemoveAll(instance => instance.IsGone);
        }
    }

    private SimulatedInstance Add(ZecInstance instance, bool isNew)
    {
        var added = new SimulatedInstance(instance, _added) { IsNew = isNew };
        _byId.Add(added.Id, added);
        _instances.Add(added);
        _added++;
        Added?.Invoke(added);
        return added;
    }

    private void Arrive(SimulatedInstance instance, string? status)
    {
        if (status is null)
        {
            instance.IsGone = true;
            _byId.Remove(instance.Id);
            Released?.Invoke(instance);
            return;
        }

        instance.Status = status;
        EndMaking(instance);
        if (status == InstanceStatus.Recycle)
        {
            Released?.Invoke(instance);
        }
    }

    private void EndMaking(SimulatedInstance instance)
    {
        if (instance.IsNew)
        {
            instance.IsNew = false;
            Made?.Invoke(instance);
        }
    }
}
