using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Time;

namespace ZenlayerZec.Client.Waiting;

/// <summary>
/// Waits until things are where they are to go. The states of all of them are read together, in requests of 100, every 2 s at first and
/// every 10 s later.
/// </summary>
public sealed class StateWaiter
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly ZecCallOptions _call;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly TimeSpan _limit;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _open = new(StringComparer.Ordinal);
    private TimeSpan _pause;

    /// <summary>Begins to wait; nothing is asked yet.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="ids">Their IDs.</param>
    /// <param name="goal">Where they are to go.</param>
    /// <param name="limit">How long the waiting may take.</param>
    /// <param name="call">Options for these calls.</param>
    public StateWaiter(ZecClient client, IEnumerable<string> ids, WaitGoal goal, TimeSpan limit, ZecCallOptions call)
    {
        Client = client;
        _call = call;
        Goal = goal;
        _limit = limit;
        _clock = client.Options.Clock;
        _start = _clock.GetTimestamp();
        foreach (var id in ids)
        {
            _open[id] = null;
        }

        Count = _open.Count;
    }

    /// <summary>Told how far it is after every look; from any thread.</summary>
    public Action<StateWaiter>? Progress { get; set; }

    /// <summary>Whether they go to where they come from, as at a restart: then the first look is not at once, when nothing may show yet.</summary>
    public bool IsRoundTrip { get; set; }

    /// <summary>Whether they were only just ordered: until they were seen once, that one is not there means that it is not there yet.</summary>
    public bool IsAfterOrder { get; set; }

    /// <summary>Where they are to go.</summary>
    public WaitGoal Goal { get; }

    /// <summary>The connection to their account.</summary>
    internal ZecClient Client { get; }

    /// <summary>How many are waited for.</summary>
    public int Count { get; }

    /// <summary>For how many it is over.</summary>
    public int Done => Count - _open.Count;

    /// <summary>How many are in which state, the most common first; <c>not seen yet</c> for those that no look has found.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Open =>
    [
        .. _open.Values.GroupBy(status => status ?? "not seen yet").OrderByDescending(same => same.Count())
            .Select(same => new KeyValuePair<string, int>(same.Key, same.Count())),
    ];

    /// <summary>Waits until it is over for some more.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Those for which it is over since the last call; null where it is over for all.</returns>
    /// <exception cref="ZecException">The service refuses to be asked.</exception>
    public async Task<IReadOnlyList<Arrival>?> NextAsync(CancellationToken cancellationToken)
    {
        while (_open.Count > 0)
        {
            var left = _limit - _clock.GetElapsedTime(_start);
            if (left <= TimeSpan.Zero)
            {
                return Close([.. _open.Select(open => new Arrival(open.Key, open.Value, WaitOutcome.TimedOut))]);
            }

            await PauseAsync(left, cancellationToken).ConfigureAwait(false);
            var arrivals = await LookAsync(cancellationToken).ConfigureAwait(false);
            Progress?.Invoke(this);
            if (arrivals.Count > 0)
            {
                return arrivals;
            }
        }

        return null;
    }

    private async Task PauseAsync(TimeSpan left, CancellationToken cancellationToken)
    {
        var pause = _pause;
        if (pause == TimeSpan.Zero)
        {
            _pause = FirstPause;
            pause = IsRoundTrip ? FirstPause : TimeSpan.Zero;
        }
        else
        {
            _pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, (long)(_pause.Ticks * 1.25)));
        }

        if (pause > TimeSpan.Zero)
        {
            await _clock.DelayAsync(pause < left ? pause : left, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<Arrival>> LookAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, ZecObject> found;
        try
        {
            var list = Goal.Condition is null ? Goal.Kind.StateList : Goal.Kind.List;
            found = await list.FindAsync(Client, _call, [.. _open.Keys], cancellationToken).ConfigureAwait(false);
        }
        catch (ZecException failure) when (!failure.FailsEveryRequest)
        {
            // The next look may fare better. Where none does, the time will be up.
            return [];
        }

        var arrivals = new List<Arrival>();
        foreach (var id in _open.Keys.ToArray())
        {
            var isThere = found.TryGetValue(id, out var now);
            if (!isThere && IsAfterOrder && !_seen.Contains(id))
            {
                continue;
            }

            _seen.Add(id);
            var status = now is null ? null : Goal.Kind.Stands(now);
            _open[id] = string.IsNullOrEmpty(status) ? null : status;
            if (Goal.JudgeThing(now) is { } outcome)
            {
                arrivals.Add(new Arrival(id, status, outcome));
            }
        }

        return Close(arrivals);
    }

    private List<Arrival> Close(List<Arrival> arrivals)
    {
        arrivals.ForEach(arrival => _open.Remove(arrival.ArrivedId));
        return arrivals;
    }
}
