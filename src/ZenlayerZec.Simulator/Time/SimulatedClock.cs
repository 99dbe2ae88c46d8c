namespace ZenlayerZec.Simulator.Time;

/// <summary>
/// A clock that tests drive, so that minutes take no time. It has two faces on one time line. The clock itself stands still
/// until it is advanced, and its timers are time-outs. <see cref="Waits"/> is for those who only want to wait: a timer there
/// moves the clock forward by its time and fires at once.
/// </summary>
public sealed class SimulatedClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A clock that stands at the start of 2026.</summary>
    public SimulatedClock() => Waits = new WaitingFace(this);

    /// <summary>The face for those who wait.</summary>
    public TimeProvider Waits { get; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => new Alarm(this, () => callback(state), dueTime);

    /// <summary>Moves the clock forward and fires what is due.</summary>
    /// <param name="time">How far.</param>
    public void Advance(TimeSpan time)
    {
        Alarm[] due;
        lock (_gate)
        {
            _now += time;
            due = [.. _alarms.Where(alarm => alarm.Due <= _now).OrderBy(alarm => alarm.Due)];
            foreach (var alarm in due)
            {
                _alarms.Remove(alarm);
            }
        }

        // Outside the lock: what fires may well look at the clock.
        foreach (var alarm in due)
        {
            alarm.Fire();
        }
    }

    /// <summary>Moves the clock to the next timer and fires it.</summary>
    /// <returns>False where there is none.</returns>
    public bool AdvanceToNextTimer()
    {
        TimeSpan wait;
        lock (_gate)
        {
            if (_alarms.Count == 0)
            {
                return false;
            }

            wait = _alarms.Min(alarm => alarm.Due) - _now;
        }

        Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        return true;
    }

    private sealed class Alarm : ITimer
    {
        private readonly SimulatedClock _clock;

        public Alarm(SimulatedClock clock, Action fire, TimeSpan dueTime)
        {
            _clock = clock;
            Fire = fire;
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public Action Fire { get; }

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._gate)
            {
                _clock._alarms.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = _clock._now + dueTime;
                    _clock._alarms.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }

    private sealed class WaitingFace(SimulatedClock clock) : TimeProvider
    {
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => new Jump(clock, () => callback(state), dueTime);
    }

    private sealed class Jump : ITimer
    {
        private readonly SimulatedClock _clock;
        private readonly Action _fire;

        public Jump(SimulatedClock clock, Action fire, TimeSpan dueTime)
        {
            _clock = clock;
            _fire = fire;
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                // Elsewhere: whoever made the timer may not be ready for it before this call returns.
                ThreadPool.QueueUserWorkItem(_ =>
                {
                    _clock.Advance(dueTime);
                    _fire();
                });
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
