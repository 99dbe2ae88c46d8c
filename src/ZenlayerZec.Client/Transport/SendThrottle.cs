using System.Diagnostics.CodeAnalysis;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Time;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// Lets the requests of a connection go: no more at once, and a second, than the service takes, and of each caller no more at once
/// than it wants. Whoever comes first goes first, but for callers that have as many on their way as they want: those hold up
/// nobody else. Thread-safe.
/// </summary>
/// <param name="clock">What waits are measured by.</param>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The wake-up is disposed of when it ends, and requests may come home after the client was closed.")]
internal sealed class SendThrottle(TimeProvider clock)
{
    private readonly object _gate = new();
    private readonly LinkedList<Waiter> _queue = new();
    private readonly Dictionary<object, int> _inFlight = [];
    private readonly SendRate _rate = new();
    private readonly long _start = clock.GetTimestamp();
    private ZecException? _refusal;
    private CancellationTokenSource? _waking;

    private TimeSpan Now => clock.GetElapsedTime(_start);

    /// <summary>Waits until a request may be sent.</summary>
    /// <param name="caller">Whose requests are counted together.</param>
    /// <param name="most">The most that the caller wants on their way at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A place; it is given back with what became of the request.</returns>
    /// <exception cref="ZecServiceException">The service asked for a wait that is longer than a request is made to wait.</exception>
    public async Task<Place> EnterAsync(object caller, int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new Waiter(caller, most);
        lock (_gate)
        {
            _queue.AddLast(waiter);
            LetGo();
        }

        using var registration = cancellationToken.Register(() => GiveUp(waiter, cancellationToken));
        return await waiter.Turn.Task.ConfigureAwait(false);
    }

    /// <summary>Lets go whoever may, and sees to it that the next is thought of when its time comes.</summary>
    private void LetGo()
    {
        var now = Now;
        if (_rate.ClosedFor(now) > SendPolicy.LongestWait)
        {
            // Nobody waits for that long, and to send all the same would be to do what the service asked not to.
            FailAll(() => Refused(now));
            return;
        }

        for (var node = _queue.First; node is not null;)
        {
            var wait = _rate.WaitFor(now);
            if (wait != TimeSpan.Zero)
            {
                // Where one must come home first, that is the time.
                if (wait != Timeout.InfiniteTimeSpan && _waking is null)
                {
                    _ = WakeAsync(wait, _waking = new CancellationTokenSource());
                }

                return;
            }

            var next = node.Next;
            _inFlight.TryGetValue(node.Value.Caller, out var own);
            if (own < node.Value.Most)
            {
                _queue.Remove(node);
                _inFlight[node.Value.Caller] = own + 1;
                _rate.Sent(now);
                node.Value.Turn.TrySetResult(new Place(this, node.Value.Caller, now));
            }

            node = next;
        }
    }

    private ZecServiceException Refused(TimeSpan now) => new(
        ZecErrorKind.RateLimit, _refusal!.Code, "The request was not sent, since the service refused an earlier one of the connection.")
    {
        HttpStatus = _refusal.HttpStatus,
        RequestId = _refusal.RequestId,
        RetryAfter = _rate.ClosedFor(now),
        Aftermath = Aftermath.NotCarriedOut,
    };

    private async Task WakeAsync(TimeSpan wait, CancellationTokenSource waking)
    {
        try
        {
            await clock.DelayAsync(wait, waking.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Whoever waited for it has gone.
        }
        catch (Exception failure)
        {
            // Nobody would wake them any more.
            lock (_gate)
            {
                FailAll(() => failure);
            }
        }

        lock (_gate)
        {
            _waking = _waking == waking ? null : _waking;
            waking.Dispose();
            LetGo();
        }
    }

    /// <summary>Ends the wait of everybody; the lock is held.</summary>
    /// <param name="failure">Makes an exception for each: it is completed by whom it reaches.</param>
    private void FailAll(Func<Exception> failure)
    {
        foreach (var waiter in _queue)
        {
            waiter.Turn.TrySetException(failure());
        }

        _queue.Clear();
    }

    private void GiveUp(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_queue.Remove(waiter))
            {
                waiter.Turn.TrySetCanceled(cancellationToken);
                if (_queue.Count == 0)
                {
                    _waking?.Cancel();
                }
            }
        }
    }

    private void Leave(object caller, TimeSpan sent, bool isAnswered, ZecException? failure)
    {
        lock (_gate)
        {
            if (--_inFlight[caller] == 0)
            {
                _inFlight.Remove(caller);
            }

            _refusal = failure is { Kind: ZecErrorKind.RateLimit } ? failure : _refusal;
            _rate.Returned(sent, Now, isAnswered, failure);
            LetGo();
        }
    }

    private sealed class Waiter(object caller, int most)
    {
        public object Caller => caller;

        public int Most => most;

        public TaskCompletionSource<Place> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>The right to have one request on its way.</summary>
    /// <param name="throttle">Who gave it.</param>
    /// <param name="caller">Whose request it is.</param>
    /// <param name="sent">When it was given.</param>
    public sealed class Place(SendThrottle throttle, object caller, TimeSpan sent)
    {
        /// <summary>Gives it back.</summary>
        /// <param name="isAnswered">Whether the service did what was asked.</param>
        /// <param name="failure">Why it did not; null where nobody waited to be told.</param>
        public void Leave(bool isAnswered, ZecException? failure) => throttle.Leave(caller, sent, isAnswered, failure);
    }
}
