using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// What a connection has learned of the service's limits: an answer of "too many requests" lowers what is sent at once, success
/// raises it slowly. The service does not document its limits, and other programs of the same account share them. Not thread-safe.
/// </summary>
internal sealed class SendRate
{
    /// <summary>
    /// Services that limit requests count them by the second; a little more, since requests do not all take the same time to get there.
    /// </summary>
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1.02);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    /// <summary>How long there must be no refusal before more is tried.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);

    private readonly Queue<TimeSpan> _sent = new();
    private readonly Random _random = new();
    private int _inFlight;
    private double _mostInFlight = double.PositiveInfinity;
    private int _mostPerSecond = int.MaxValue;
    private int _refusals;
    private TimeSpan _closedUntil;
    private TimeSpan _lowered = TimeSpan.MinValue;
    private TimeSpan _raised;

    /// <summary>How long the service still wants nothing to be sent; zero or less where it may be.</summary>
    /// <param name="now">The time.</param>
    public TimeSpan ClosedFor(TimeSpan now) => _closedUntil - now;

    /// <summary>How long until the next request may go; zero where it may now, infinite where one must come home first.</summary>
    /// <param name="now">The time.</param>
    public TimeSpan WaitFor(TimeSpan now)
    {
        if (_inFlight >= Math.Floor(_mostInFlight))
        {
            return Timeout.InfiniteTimeSpan;
        }

        Forget(now);
        var free = _sent.Count < _mostPerSecond ? now : _sent.Peek() + Second;
        var open = free > _closedUntil ? free : _closedUntil;

        // Whole milliseconds, as timers count them: less would be no wait at all.
        return open > now ? TimeSpan.FromMilliseconds(Math.Ceiling((open - now).TotalMilliseconds)) : TimeSpan.Zero;
    }

    /// <summary>A request leaves.</summary>
    /// <param name="now">The time.</param>
    public void Sent(TimeSpan now)
    {
        _inFlight++;
        _sent.Enqueue(now);
    }

    /// <summary>A request has come home.</summary>
    /// <param name="sent">When it left.</param>
    /// <param name="now">The time.</param>
    /// <param name="isAnswered">Whether the service did what was asked.</param>
    /// <param name="failure">Why it did not; null where nobody waited to be told.</param>
    public void Returned(TimeSpan sent, TimeSpan now, bool isAnswered, ZecException? failure)
    {
        if (failure is { Kind: ZecErrorKind.RateLimit })
        {
            Lower(sent, now, failure.RetryAfter);
        }
        else if (isAnswered)
        {
            Raise(now);
        }

        _inFlight--;
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
        var until = now + (retryAfter ?? (isNew ? Backoff() : TimeSpan.Zero));
        _closedUntil = until > _closedUntil ? until : _closedUntil;
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
}
