namespace ZenlayerZec.Client.Batching;

/// <summary>
/// Which batches of a run may be on their way: so many at a time, and none while too many answers are unaccounted for. Thread-safe.
/// </summary>
/// <param name="most">The maximum number of concurrent requests.</param>
internal sealed class RunPlaces(int most)
{
    /// <summary>At so many lost answers no new batch leaves, until all of them are settled: the service does not answer as it should.</summary>
    private const int MostUnsettled = 3;

    private readonly object _gate = new();
    private readonly Queue<TaskCompletionSource<bool>> _returning = new();
    private int _taken;
    private int _unsettled;
    private bool _isHeld;
    private bool _isEnding;

    /// <summary>Called when a place may have become free; from any thread.</summary>
    public Action? Freed { get; set; }

    /// <summary>How many lost answers are being settled.</summary>
    public int Unsettled
    {
        get
        {
            lock (_gate)
            {
                return _unsettled;
            }
        }
    }

    /// <summary>Takes a place for a new batch.</summary>
    /// <returns>False where there is none, or no new batch may leave.</returns>
    public bool TryTake()
    {
        lock (_gate)
        {
            if (_isEnding || _isHeld || _returning.Count > 0 || _taken >= most)
            {
                return false;
            }

            _taken++;
            return true;
        }
    }

    /// <summary>Gives a place back.</summary>
    public void Leave() => Change(() => _taken--);

    /// <summary>Gives a place back for a batch whose answer was lost.</summary>
    public void Lose() => Change(() =>
    {
        _taken--;
        _unsettled++;
        _isHeld |= _unsettled >= MostUnsettled;
    });

    /// <summary>Notes that it is known, or given up, what became of such a batch; its result has been told.</summary>
    public void Settle() => Change(Settled);

    /// <summary>Waits for a place for a batch whose answer was lost and that is to be sent again; it goes before new ones.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where nothing more is sent: the batch is still unsettled then.</returns>
    public async Task<bool> ReturnAsync(CancellationToken cancellationToken)
    {
        var place = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Change(() => _returning.Enqueue(place));
        using var end = cancellationToken.Register(() => place.TrySetResult(false));
        return await place.Task.ConfigureAwait(false);
    }

    /// <summary>Lets nothing more go out.</summary>
    public void End() => Change(() => _isEnding = true);

    private void Settled()
    {
        _unsettled--;
        _isHeld &= _unsettled > 0;
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            while (_returning.Count > 0 && (_isEnding || _taken < most))
            {
                // Whoever no longer waits has left its place to the next.
                if (_returning.Dequeue().TrySetResult(!_isEnding) && !_isEnding)
                {
                    _taken++;
                    Settled();
                }
            }
        }

        Freed?.Invoke();
    }
}
