namespace ZenlayerZec.Client.Batching;

/// <summary>
/// Does something to any number of things in batches, several requests at a time, and accounts for every one. Results come as they
/// complete; the run begins when the first is asked for.
/// </summary>
internal sealed class WriteRun : IItemSource, IDisposable
{
    /// <summary>After so many batches in a row of which something stayed unknown, the rest is not sent.</summary>
    private const int MostUnknown = 3;

    private readonly object _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenRegistration _wish;
    private readonly RunContext _context;
    private readonly RunPlaces _places;
    private readonly List<WriteItem> _items;
    private readonly List<WriteItem> _returned = [];
    private readonly BatchLimit _limit = new();
    private readonly Queue<ZecBatchResult> _results = new();
    private readonly int _firstNumber;
    private TaskCompletionSource<bool> _changed = NewSignal();
    private RunContext _current;
    private int _taken;
    private int _batches;
    private int _open;
    private int _failedUntold;
    private int _unknownInRow;
    private bool _isTellingFailure;
    private bool _isEnding;

    /// <param name="client">The connection.</param>
    /// <param name="operation">What is done.</param>
    /// <param name="items">To what; an ID that comes twice counts once.</param>
    /// <param name="call">Options for the calls.</param>
    /// <param name="stop">
    /// Asks for an end: nothing more is sent, and requests in flight get up to 5 s to complete. It is no cancellation: what is
    /// known is told all the same.
    /// </param>
    /// <param name="firstNumber">The number of the first batch.</param>
    public WriteRun(
        ZecClient client, WriteOperation operation, IEnumerable<WriteItem> items, ZecCallOptions call, CancellationToken stop, int firstNumber = 1)
    {
        _firstNumber = firstNumber;
        _places = new RunPlaces(client.LimitOf(call)) { Freed = Fill };
        _current = _context = new RunContext(client, operation, call, _places, _limit, this, _stop.Token);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        // One request does one thing: what is done alike stands together, in the order in which it first came.
        _items = [.. items.Where(item => seen.Add(item.Id)).GroupBy(OperationOf).SelectMany(alike => alike)];

        Count = _items.Count;

        // From the start, and not only while somebody waits: what is downstream may take its time with a result.
        _wish = stop.Register(Stop);
    }

    /// <summary>Called with each result as soon as it is known; from any thread, one at a time.</summary>
    public Action<ZecBatchResult>? Completed { get; set; }

    /// <summary>
    /// Whether, after a batch that did not succeed whole or whose answer was lost, no other goes out until the caller has had its result and
    /// asks for the next. For a caller who may end the run there.
    /// </summary>
    public bool WaitsAfterFailure { get; set; }

    /// <summary>The API's action.</summary>
    public string Action => _context.Operation.Action;

    /// <summary>How many distinct things the run is for.</summary>
    public int Count { get; }

    /// <summary>How many batches have begun.</summary>
    public int BatchCount
    {
        get
        {
            lock (_gate)
            {
                return _batches;
            }
        }
    }

    /// <summary>Whether the run ended early since batch after batch stayed unknown.</summary>
    public bool IsGivenUp { get; private set; }

    /// <summary>What no request has carried yet.</summary>
    public IReadOnlyList<WriteItem> NeverSent
    {
        get
        {
            lock (_gate)
            {
                return [.. _returned.Concat(_items.Skip(_taken))];
            }
        }
    }

    /// <summary>Waits for the next result.</summary>
    /// <returns>What became of a batch, a failure included; null where there is no more to tell.</returns>
    public async Task<ZecBatchResult?> NextAsync()
    {
        lock (_gate)
        {
            _failedUntold -= _isTellingFailure ? 1 : 0;
            _isTellingFailure = false;
        }

        Fill();
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_results.Count > 0)
                {
                    var result = _results.Dequeue();
                    _isTellingFailure = IsFailure(result);
                    return result;
                }

                if (_open == 0 && (_isEnding || _taken == _items.Count))
                {
                    return null;
                }

                changed = _changed.Task;
            }

            await changed.ConfigureAwait(false);
        }
    }

    /// <summary>Sends nothing more. Requests in flight complete in their own time, and their results are told.</summary>
    public void SendNoMore()
    {
        lock (_gate)
        {
            _isEnding = true;
        }

        _places.End();
        Signal();
    }

    /// <summary>Ends the run: nothing more is sent, and requests in flight get up to 5 s to complete.</summary>
    /// <returns>Completes when all of it is accounted for.</returns>
    public async Task EndAsync()
    {
        Stop();
        while (await NextAsync().ConfigureAwait(false) is not null)
        {
        }
    }

    IReadOnlyList<WriteItem> IItemSource.Take(int most, WriteOperation operation) => Take(most, operation);

    void IItemSource.Return(IReadOnlyList<WriteItem> items)
    {
        lock (_gate)
        {
            _items.InsertRange(_taken, items);
        }
    }

    IReadOnlyList<WriteItem> IItemSource.Upcoming(int most)
    {
        lock (_gate)
        {
            return _isEnding ? [] : _items.GetRange(_taken, Math.Min(most, _items.Count - _taken));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _wish.Dispose();
        _stop.Dispose();
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static bool IsFailure(ZecBatchResult result) => result.Status is not (ZecBatchStatus.Succeeded or ZecBatchStatus.Skipped);

    private void Stop()
    {
        SendNoMore();
        _stop.Cancel();
    }

    private void Signal()
    {
        TaskCompletionSource<bool> changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = NewSignal();
        }

        changed.TrySetResult(true);
    }

    private void Fill()
    {
        while (true)
        {
            Batch batch;
            IReadOnlyList<WriteItem> first;
            lock (_gate)
            {
                var isHeld = WaitsAfterFailure && (_failedUntold > 0 || _places.Unsettled > 0);
                if (_isEnding || isHeld || _taken == _items.Count || !_places.TryTake())
                {
                    return;
                }

                var operation = OperationOf(_items[_taken]);
                _current = _current.For(operation);
                batch = new Batch(_current, _firstNumber + _batches++);
                first = Take(_limit.Of(operation), operation);
                _open++;
            }

            _ = Task.Run(() => RunAsync(batch, first));
        }
    }

    private async Task RunAsync(Batch batch, IReadOnlyList<WriteItem> first)
    {
        ZecBatchResult? result;
        try
        {
            result = await batch.RunAsync(first).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // Not even the account could be made up, as where memory is short. Nobody can tell then what became of any of them.
            result = batch.Abandoned(failure);
        }

        lock (_gate)
        {
            _open--;
            _returned.AddRange(batch.NeverSent);
            if (result is not null)
            {
                Keep(result);
            }
        }

        if (IsGivenUp || result?.GetError()?.FailsEveryRequest == true)
        {
            SendNoMore();
        }

        Signal();
        batch.Leave();
    }

    private void Keep(ZecBatchResult result)
    {
        _results.Enqueue(result);
        _failedUntold += IsFailure(result) ? 1 : 0;
        _unknownInRow = result.Status == ZecBatchStatus.Unknown ? _unknownInRow + 1 : result.Attempts > 0 ? 0 : _unknownInRow;
        IsGivenUp |= _unknownInRow >= MostUnknown && _taken < _items.Count && !_isEnding;
        try
        {
            Completed?.Invoke(result);
        }
        catch (Exception)
        {
            // The result is in the queue: whoever keeps accounts beside it must not cost the run its own.
        }
    }

    private WriteOperation OperationOf(WriteItem item) => item.Operation ?? _context.Operation;

    private List<WriteItem> Take(int most, WriteOperation operation)
    {
        lock (_gate)
        {
            var count = 0;
            while (!_isEnding && count < most && _taken + count < _items.Count && ReferenceEquals(OperationOf(_items[_taken + count]), operation))
            {
                count++;
            }

            var items = _items.GetRange(_taken, count);
            _taken += count;
            return items;
        }
    }
}
