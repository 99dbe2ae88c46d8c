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
    private readonly Agenda _agenda = new();
    private readonly Dictionary<(string Action, string InstanceId, bool ByOther), int> _carriedOut = [];

    /// <summary>When the change that is being carried out was due; null outside such a change.</summary>
    private DateTimeOffset? _moment;

    /// <summary>The next number that no instance has had.</summary>
    private int _next;

    public SimulatedFleet(SimulatorOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        foreach (var instance in new FleetGenerator(options.Seed, clock.GetUtcNow()).Generate(options.InstanceCount))
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

    /// <summary>Every instance that exists now.</summary>
    public IReadOnlyList<SimulatedInstance> Instances => _instances;

    /// <summary>How many instances were ordered so far.</summary>
    public int OrderedCount { get; private set; }

    /// <summary>
    /// The account's time. A change that was due before anybody looked is carried out at the time at which it was due.
    /// </summary>
    public DateTimeOffset Now => _moment ?? _clock.GetUtcNow();

    /// <summary>Whether what is carried out just now is another client's doing.</summary>
    public bool ActsForOther { get; set; }

    public SimulatedInstance? Find(string? id) => id is not null && _byId.TryGetValue(id, out var instance) ? instance : null;

    /// <summary>Those of these IDs that there are, each once; where none are named, all.</summary>
    public IReadOnlyList<SimulatedInstance> Among(IReadOnlyList<string> instanceIds) => instanceIds.Count > 0
        ? [.. instanceIds.Distinct(StringComparer.Ordinal).Select(Find).OfType<SimulatedInstance>()]
        : _instances;

    public SimulatedInstance Add(ZecInstance instance)
    {
        var added = new SimulatedInstance(instance);
        _byId.Add(added.Id, added);
        _instances.Add(added);
        return added;
    }

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
        Begin(action, Add(instance), InstanceStatus.Deploying, time, then);
    }

    /// <summary>How often an action took effect on an instance, by requests or by another client's doing.</summary>
    public int CarriedOutCount(string action, string instanceId, bool byOther = false)
        => _carriedOut.TryGetValue((action, instanceId, byOther), out var count) ? count : 0;

    /// <summary>Notes that an action took effect on an instance.</summary>
    public void CountCarriedOut(string action, string instanceId)
        => _carriedOut[(action, instanceId, ActsForOther)] = CarriedOutCount(action, instanceId, ActsForOther) + 1;

    /// <summary>Lets something happen when a time has passed.</summary>
    public void Later(TimeSpan after, Action happen) => _agenda.Plan(Now + after, happen);

    /// <summary>Whether an instance refuses whatever is done to it, for a reason that nobody is told.</summary>
    public bool Refuses(SimulatedInstance instance) => instance.Refuses || _options.FailingInstanceIds.Contains(instance.Id);

    /// <summary>Begins what an action does to an instance, and counts it as carried out.</summary>
    /// <param name="action">The action.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="meanwhile">The state until then.</param>
    /// <param name="time">How long.</param>
    /// <param name="then">The state after that; null means that the instance is gone.</param>
    public void Begin(string action, SimulatedInstance instance, string meanwhile, TimeSpan time, string? then)
    {
        CountCarriedOut(action, instance.Id);
        instance.Status = meanwhile;
        if (_options.StuckInstanceIds.Contains(instance.Id))
        {
            _agenda.Forget(instance);
            return;
        }

        _agenda.Plan(instance, Now + time, () => Arrive(instance, then));
    }

    /// <summary>Puts an instance into a state that lasts, as somebody else's action would.</summary>
    public void SetStatus(SimulatedInstance instance, string status)
    {
        _agenda.Forget(instance);
        instance.Status = status;
    }

    /// <summary>Takes an instance away at once, as somebody else's release would.</summary>
    public void Drop(SimulatedInstance instance)
    {
        _agenda.Forget(instance);
        instance.IsGone = true;
        _byId.Remove(instance.Id);
        _instances.Remove(instance);
    }

    /// <summary>Lets happen what is due by now, in order of time, each at its own moment.</summary>
    public void CatchUp()
    {
        var outer = _moment;
        try
        {
            foreach (var next in _agenda.TakeDue(Now))
            {
                _moment = next.Due;
                next.Happen();
            }
        }
        finally
        {
            _moment = outer;
        }

        if (_byId.Count < _instances.Count)
        {
            _instances.RemoveAll(instance => instance.IsGone);
        }
    }

    private void Arrive(SimulatedInstance instance, string? status)
    {
        if (status is null)
        {
            // From the list all that are gone are taken together: one by one they would each cost a look at the whole.
            instance.IsGone = true;
            _byId.Remove(instance.Id);
        }
        else
        {
            instance.Status = status;
        }
    }
}
