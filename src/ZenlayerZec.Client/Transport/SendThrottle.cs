using System.Diagnostics.CodeAnalysis;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Time;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// How many requests of a connection are on their way at once, and how many go out a second. Both are learned: an answer of "too
/// many requests" lowers them at once, success raises them slowly. The service does not document its limits, and other programs
/// of the same account share them. Thread-safe; whoever comes first goes first.
/// </summary>
/// <param name="clock">What waits are measured by.</param>
[SuppressMessage("Design", "CA1001", Justification = "Neither semaphore has a wait handle, and requests may come home after the client was closed.")]
internal sealed class SendThrottle(TimeProvider clock)
{
    /// <summary>Services that limit requests count them by the second; a little more, since requests do not all take the same time to get there.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1.02);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    /// <summary>How long there must be no refusal before more is tried.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);

    private readonly object _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _change = new(0);
    private readonly Queue<TimeSpan> _sent = new();
    private readonly Random _random = new();
    private readonly long _start = clock.GetTimestamp();
    private bool _isAwaited;
    private int _inFlight;
    private double _mostInFlight = double.PositiveInfinity;
    private int _mostPerSecond = int.MaxValue;
    private int _refusals;
    private TimeSpan _closedUntil;
    private TimeSpan _lowered = TimeSpan.MinValue;
    private TimeSpan _raised;

    private TimeSpan Now => clock.GetElapsedTime(_start);

    /// <summary>Waits until a request may be sent.</summary>
    /// <param name="most">The most that whoever sends it wants on their way at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A place; it is given back with what became of the request.</returns>
    public async Task<Place> EnterAsync(int most, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                TimeSpan wait;
                lock (_gate)
                {
                    var now = Now;
                    wait = WaitFor(most, now);
                    if (wait == TimeSpan.Zero)
                    {
                        _inFlight++;
                        _sent.Enqueue(now);
                        return new Place(this, now);
                    }

                    _isAwaited = wait == Timeout.InfiniteTimeSpan;
                }

                await (wait == Timeout.InfiniteTimeSpan ? _change.WaitAsync(cancellationToken) : clock.DelayAsync(wait, cancellationToken))
                    .ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>How long until the next request may go; zero where it may now, infinite where one must come home first.</summary>
    private TimeSpan WaitFor(int most, TimeSpan now)
    {
        if (_inFlight >= Math.Min(most, Math.Floor(_mostInFlight)))
        {
            return Timeout.InfiniteTimeSpan;
        }

        Forget(now);
        var free = _sent.Count < _mostPerSecond ? now : _sent.Peek() + Second;
        var open = free > _closedUntil ? free : _closedUntil;

        // Whole milliseconds, as timers count them: less would be no wait at all.
        return open > now ? TimeSpan.FromMilliseconds(Math.Ceiling((open - now).TotalMilliseconds)) : TimeSpan.Zero;
    }

    private void Leave(TimeSpan sent, bool isAnswered, ZecException? failure)
    {
        lock (_gate)
        {
            var now = Now;
            if (failure is { Kind: ZecErrorKind.RateLimit })
            {
                Lower(sent, now, failure.RetryAfter);
            }
            else if (isAnswered)
            {
                Raise(now);
            }

            _inFlight--;
            if (_isAwaited)
            {
                _isAwaited = false;
                _change.Release();
            }
        }
    }

    private void Lower(TimeSpan sent, TimeSpan now, TimeSpan? retryAfter)
    {
        // Those that were on their way when the last refusal came belong to it. Together they tell how many were too many: what
        // went out in that second less what was refused of it is what the service lets through.
        var isNew = sent > _lowered;
        if (isNew)
        {
            Forget(now);
            _refusals++;
            _lowered = _raised = now;
            _mostInFlight = Math.Max(1, Math.Min(_mostInFlight, _inFlight) / 2);
            _mostPerSecond = Math.Min(_mostPerSecond, _sent.Count);
        }

        _mostPerSecond = Math.Max(1, _mostPerSecond - 1);
        var wait = retryAfter ?? (isNew ? Backoff() : TimeSpan.Zero);
        if (wait <= SendPolicy.LongestWait && now + wait > _closedUntil)
        {
            _closedUntil = now + wait;
        }
    }

    private void Raise(TimeSpan now)
    {
        _refusals = 0;
        _mostInFlight += 1 / _mostInFlight;
        if (_mostPerSecond != int.MaxValue && now - _raised >= Calm)
        {
            _raised = now;
            _mostPerSecond += Math.Max(1, _mostPerSecond / 8);
        }
    }

    /// <summary>How long to wait where the service does not say it; never the same, so that programs that share a limit part.</summary>
    private TimeSpan Backoff()
    {
        // Decides nothing that anybody could gain by guessing it.
#pragma warning disable CA5394
        var seconds = Math.Pow(2, Math.Min(_refusals, 10) - 1) * (1 + (_random.NextDouble() / 4));
#pragma warning restore CA5394
        return seconds < LongestBackoff.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestBackoff;
    }

    private void Forget(TimeSpan now)
    {
        while (_sent.Count > 0 && now - _sent.Peek() >= Second)
        {
            _sent.Dequeue();
        }
    }

    /// <summary>The right to have one request on its way.</summary>
    /// <param name="throttle">Who gave it.</param>
    /// <param name="sent">When.</param>
    public sealed class Place(SendThrottle throttle, TimeSpan sent)
    {
        /// <summary>Gives it back.</summary>
        /// <param name="isAnswered">Whether the service did what was asked.</param>
        /// <param name="failure">Why it did not; null where nobody waited to be told.</param>
        public void Leave(bool isAnswered, ZecException? failure) => throttle.Leave(sent, isAnswered, failure);
    }
}
