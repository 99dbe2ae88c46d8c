namespace ZenlayerZec.Simulator.Fleet;

/// <summary>
/// What is to become of instances and when. An instance has one future at the most: another one takes the place of the first, so
/// that a release during a start is not undone by the start's end.
/// </summary>
internal sealed class Transitions
{
    private readonly SortedSet<Transition> _ahead = new(Comparer<Transition>.Create(
        (left, right) => left.Due != right.Due ? left.Due.CompareTo(right.Due) : left.Number.CompareTo(right.Number)));

    private long _number;

    /// <summary>Plans an instance's next state.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="due">When.</param>
    /// <param name="status">The state; null means that it is gone then.</param>
    public void Plan(SimulatedInstance instance, DateTimeOffset due, string? status)
    {
        Forget(instance);
        instance.Next = new Transition(due, _number++, instance, status);
        _ahead.Add(instance.Next);
    }

    /// <summary>Leaves an instance as it is.</summary>
    public void Forget(SimulatedInstance instance)
    {
        if (instance.Next is { } next)
        {
            _ahead.Remove(next);
            instance.Next = null;
        }
    }

    /// <summary>Takes what is due by a time, the earliest first; of the same moment, what was planned first.</summary>
    public IEnumerable<Transition> TakeDue(DateTimeOffset now)
    {
        while (_ahead.Min is { } next && next.Due <= now)
        {
            Forget(next.Instance);
            yield return next;
        }
    }
}

/// <summary>A state that an instance will be in.</summary>
/// <param name="Due">When.</param>
/// <param name="Number">Which of the account, to tell those of one moment apart.</param>
/// <param name="Instance">The instance.</param>
/// <param name="Status">The state; null means that it is gone then.</param>
internal sealed record Transition(DateTimeOffset Due, long Number, SimulatedInstance Instance, string? Status);
