namespace ZenlayerZec.Simulator.Time;

/// <summary>The account's time, and what it brings.</summary>
internal sealed class Timeline(TimeProvider clock)
{
    private readonly Agenda _agenda = new();

    /// <summary>When the change that is being carried out was due; null outside such a change.</summary>
    private DateTimeOffset? _moment;

    /// <summary>
    /// The account's time. A change that was due before anybody looked is carried out at the time at which it was due.
    /// </summary>
    public DateTimeOffset Now => _moment ?? clock.GetUtcNow();

    /// <summary>Lets something happen when a time has passed.</summary>
    public void Later(TimeSpan after, Action happen) => _agenda.Plan(Now + after, happen);

    /// <summary>Plans a thing's next state, in the place of the one that was planned before.</summary>
    public void Plan(IHasNext thing, TimeSpan after, Action arrive) => _agenda.Plan(thing, Now + after, arrive);

    /// <summary>Leaves a thing in the state that it is in.</summary>
    public void Forget(IHasNext thing) => _agenda.Forget(thing);

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
    }
}
