using Microsoft.Extensions.Time.Testing;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>
/// A clock that takes no time: when all that is under way waits for time to pass, it moves to the next timer by itself, and at no
/// other moment. It begins at the start of 2026. Tests may also move it.
/// </summary>
internal sealed class TestClock : FakeTimeProvider
{
    private const int FarLooks = 20;

    /// <summary>Longer than any pause between two attempts, and shorter than an attempt may take.</summary>
    private static readonly TimeSpan Far = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly HashSet<Alarm> _alarms = [];
    private readonly TestActivity _activity = TestActivity.Begin();
    private ZecSimulator? _simulator;
    private int _delays;
    private bool _isDriven;
    private bool _isStopped;

    public TestClock()
        : base(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Requests that have come as far as a wait for time to pass, or for their caller to go.</summary>
    private int Waiting => _simulator?.WaitingCount ?? 0;

    /// <summary>What carries requests to a simulator that lives by this clock: it knows which are on their way.</summary>
    /// <param name="inner">What carries them on.</param>
    /// <param name="simulator">Where they wait.</param>
    public HttpMessageHandler Watch(HttpMessageHandler inner, ZecSimulator simulator)
    {
        _simulator = simulator;
        simulator.WaitBegan += Drive;
        return new Watcher(_activity, inner);
    }

    /// <summary>From now on it stands still but for tests that move it.</summary>
    public void Stop() => Volatile.Write(ref _isStopped, true);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Timer = base.CreateTimer(_ => alarm.Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Begins to look for moments when nothing but time can help, unless that is done already.</summary>
    private void Drive()
    {
        lock (_gate)
        {
            if (_isDriven || _isStopped)
            {
                return;
            }

            _isDriven = true;
        }

        // What the clock does is no activity of the test that it waits for.
        ThreadPool.UnsafeQueueUserWorkItem(clock => _ = clock.DriveAsync(), this, preferLocal: false);
    }

    private async Task DriveAsync()
    {
        var seen = -1L;
        var (calm, busy, far) = (0, 0, 0);
        while (IsNeeded())
        {
            // Whatever was queued before gets its turn first.
            await Task.Yield();
            var version = _activity.Version;
            if (version != seen || !IsAllWaiting())
            {
                (seen, calm, far) = (version, 0, 0);
                if (++busy % 64 == 0)
                {
                    await Task.Delay(1);
                }
            }
            else if (++calm >= (ThreadPool.PendingWorkItemCount == 0 ? 3 : 32))
            {
                if (IsFar() && ++far < FarLooks)
                {
                    await Task.Delay(1);
                    continue;
                }

                (calm, busy, far) = (0, 0, 0);
                if (!MoveToNextTimer())
                {
                    await Task.Delay(1);
                }
            }
        }
    }

    private bool IsNeeded()
    {
        lock (_gate)
        {
            return _isDriven = !_isStopped && (_delays > 0 || Waiting > 0);
        }
    }

    /// <summary>
    /// Whether nobody computes, no request is anywhere but in a wait inside the simulator, and somebody waits. A time-out by itself
    /// is no wait: it bounds what is done meanwhile.
    /// </summary>
    private bool IsAllWaiting()
    {
        // More may wait than are on their way: one is no more once its headers are there, and the body may stall.
        var waiting = Waiting;
        return _activity.Running == 0 && _activity.Requests <= waiting && (waiting > 0 || Volatile.Read(ref _delays) > 0);
    }

    /// <summary>
    /// Whether the next timer is one that ends an attempt or everything. On a busy machine a thread that has something to do may not have begun it: a
    /// small step too early looks like a slow machine, but this one would end what only had to wait for a processor.
    /// </summary>
    private bool IsFar()
    {
        lock (_gate)
        {
            return _alarms.Count > 0 && _alarms.Min(alarm => alarm.Due) - GetUtcNow() > Far;
        }
    }

    private bool MoveToNextTimer()
    {
        TimeSpan wait;
        lock (_gate)
        {
            if (_alarms.Count == 0 || _isStopped)
            {
                return false;
            }

            wait = _alarms.Min(alarm => alarm.Due) - GetUtcNow();
        }

        // A timer that was set while time moved is due later than this clock noted. Time then goes on in small steps until it fires.
        Advance(wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1));
        return true;
    }

    /// <summary>A timer of which the clock knows when it is due.</summary>
    private sealed class Alarm(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        /// <summary>Whether somebody does nothing until then: a task is what Task.Delay makes. All others bound what is done meanwhile.</summary>
        private readonly bool _isDelay = state is Task;

        public ITimer Timer { get; set; } = null!;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Schedule(dueTime > TimeSpan.Zero ? clock.GetUtcNow() + dueTime : null);
            return Timer.Change(dueTime, period);
        }

        public void Fire()
        {
            Schedule(null);
            callback(state);
        }

        public void Dispose()
        {
            Schedule(null);
            Timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        private void Schedule(DateTimeOffset? due)
        {
            lock (clock._gate)
            {
                var change = due is null ? (clock._alarms.Remove(this) ? -1 : 0) : clock._alarms.Add(this) ? 1 : 0;
                clock._delays += _isDelay ? change : 0;
                Due = due ?? Due;
            }

            clock._activity.Change();
            if (_isDelay && due is not null)
            {
                clock.Drive();
            }
        }
    }

    private sealed class Watcher(TestActivity activity, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            activity.Enter();
            try
            {
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                activity.Leave();
            }
        }
    }
}
