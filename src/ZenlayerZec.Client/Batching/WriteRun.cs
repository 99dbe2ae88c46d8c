namespace ZenlayerZec.Client.Batching;

/// <summary>
/// Carries out an action on any number of instances, a hundred a request and several requests at a time, and accounts for every
/// one. Results come in the order of the batches. The run begins when the first is asked for.
/// </summary>
public sealed class WriteRun : IDisposable
{
    /// <summary>The most IDs that one request may name: the same for every action on instances by ID.</summary>
    private const int Size = 100;

    private readonly object _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly BatchSender _sender;
    private readonly int _mostInFlight;
    private readonly List<KeyValuePair<string, string?>> _instances;
    private readonly TaskCompletionSource<ZecBatchResult?>[] _results;
    private readonly SortedSet<int> _neverSent = [];
    private int _inFlight;
    private int _taken;
    private int _told;
    private int _dealtWith;
    private int _lastFailed;
    private bool _isEnding;

    internal WriteRun(ZecClient client, WriteOperation action, IEnumerable<KeyValuePair<string, string?>> instances, ZecCallOptions call)
    {
        Action = action.Name;
        _sender = new BatchSender(client, action, call, _stop.Token);
        _mostInFlight = client.LimitOf(call);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        _instances = [.. instances.Where(instance => seen.Add(instance.Key))];
        _results = [.. Enumerable.Range(0, BatchCount).Select(_ => new TaskCompletionSource<ZecBatchResult?>(TaskCreationOptions.RunContinuationsAsynchronously))];
    }

    /// <summary>
    /// Told each result as soon as it is known, and so not always in the order of the batches; from any thread, one at a time.
    /// </summary>
    public Action<ZecBatchResult>? Completed { get; set; }

    /// <summary>
    /// Whether, after a batch that did not succeed whole, no other goes out until the caller has had its result and asks for the
    /// next. For a caller who may end the run there.
    /// </summary>
    public bool WaitsAfterFailure { get; set; }

    /// <summary>The API's action.</summary>
    public string Action { get; }

    /// <summary>How many distinct instances the run is for.</summary>
    public int Count => _instances.Count;

    /// <summary>How many batches they make.</summary>
    public int BatchCount => (Count + Size - 1) / Size;

    /// <summary>The IDs that no request has carried yet.</summary>
    public IReadOnlyList<string> NeverSent
    {
        get
        {
            lock (_gate)
            {
                return [.. _neverSent.SelectMany(Batch).Concat(_instances.Skip(_taken * Size)).Select(instance => instance.Key)];
            }
        }
    }

    /// <summary>Waits for the next batch's result.</summary>
    /// <param name="stop">
    /// Asks for an end: nothing more is sent, and requests in flight get up to 5 s to come home. It is no cancellation: what is
    /// known is told all the same.
    /// </param>
    /// <returns>What became of the batch, a failure included; null where there is no more to tell.</returns>
    public async Task<ZecBatchResult?> NextAsync(CancellationToken stop)
    {
        using var wish = stop.Register(Stop);
        while (_told < BatchCount)
        {
            lock (_gate)
            {
                _dealtWith = _told;
            }

            Fill();
            if (await _results[_told++].Task.ConfigureAwait(false) is { } result)
            {
                return result;
            }
        }

        return null;
    }

    /// <summary>Sends nothing more. What is in flight comes home in its own time, and its results are told.</summary>
    public void SendNoMore()
    {
        lock (_gate)
        {
            _isEnding = true;
            foreach (var untaken in _results.Skip(_taken))
            {
                untaken.TrySetResult(null);
            }
        }
    }

    /// <summary>Ends the run: nothing more is sent, and what is in flight gets up to 5 s to come home.</summary>
    /// <returns>Ends when all of it is accounted for.</returns>
    public Task EndAsync()
    {
        Stop();
        return Task.WhenAll(_results.Select(result => result.Task));
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private void Stop()
    {
        SendNoMore();
        _stop.Cancel();
    }

    private void Fill()
    {
        lock (_gate)
        {
            while (_inFlight < _mostInFlight && _taken < BatchCount && !_isEnding && !(WaitsAfterFailure && _lastFailed > _dealtWith))
            {
                _inFlight++;
                var number = ++_taken;
                _ = Task.Run(() => SendAsync(number));
            }
        }
    }

    private async Task SendAsync(int number)
    {
        try
        {
            Close(number, await _sender.SendAsync(number, Batch(number)).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            // A fault of this program. Whoever waits for the result has to hear of it.
            SendNoMore();
            _results[number - 1].SetException(e);
            throw;
        }

        Fill();
    }

    private void Close(int number, ZecBatchResult? result)
    {
        lock (_gate)
        {
            _inFlight--;
            if (result is null)
            {
                _neverSent.Add(number);
            }
            else
            {
                _lastFailed = result.Status == ZecBatchStatus.Succeeded ? _lastFailed : Math.Max(_lastFailed, number);
                Completed?.Invoke(result);
            }
        }

        if (result?.GetError()?.FailsEveryRequest == true)
        {
            SendNoMore();
        }

        _results[number - 1].SetResult(result);
    }

    private List<KeyValuePair<string, string?>> Batch(int number)
        => _instances.GetRange((number - 1) * Size, Math.Min(Size, Count - ((number - 1) * Size)));
}
