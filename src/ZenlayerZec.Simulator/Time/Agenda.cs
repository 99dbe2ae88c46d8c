namespace ZenlayerZec.Simulator.Time;

/// <summary>
/// What is to happen in the account and when: changes of state, and requests that take effect late. A thing has one change of
/// state ahead at the most: another one takes the place of the first, so that a release during a start is not undone by the start's
/// end.
/// </summary>
internal sealed class Agenda
{
    private readonly SortedSet<AgendaItem> _ahead = new(Comparer<AgendaItem>.Create(
        (left, right) => left.Due != right.Due ? left.Due.CompareTo(right.Due) : left.Number.CompareTo(right.Number)));

    private long _number;

    /// <summary>Plans a thing's next state.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="due">When.</param>
    /// <param name="arrive">Puts it into that state.</param>
    public void Plan(IHasNext thing, DateTimeOffset due, Action arrive)
    {
        Forget(thing);
        thing.Next = Plan(due, () =>
        {
            thing.Next = null;
            arrive();
        });
    }

    /// <summary>Plans anything else.</summary>
    /// <param name="due">When.</param>
    /// <param name="happen">What.</param>
    public AgendaItem Plan(DateTimeOffset due, Action happen)
    {
        var item = new AgendaItem(due, _number++, happen);
        _ahead.Add(item);
        return item;
    }

    /// <summary>Leaves a thing in the state that it is in.</summary>
    public void Forget(IHasNext thing)
    {
        if (thing.Next is { } next)
        {
            _ahead.Remove(next);
            thing.Next = null;
        }
    }

    /// <summary>
    /// Takes what is due by a time, the earliest first; of the same moment, what was planned first. What is planned meanwhile is taken
    /// in its turn.
    /// </summary>
    public IEnumerable<AgendaItem> TakeDue(DateTimeOffset now)
    {
        while (_ahead.Min is { } next && next.Due <= now)
        {
            _ahead.Remove(next);
            yield return next;
        }
    }
}

/// <summary>Something that will happen.</summary>
/// <param name="Due">When.</param>
/// <param name="Number">Which of the account, to tell those of one moment apart.</param>
/// <param name="Happen">What.</param>
internal sealed record AgendaItem(DateTimeOffset Due, long Number, Action Happen);
