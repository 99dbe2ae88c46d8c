using System.Diagnostics;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// A run over one ZEC account after the other, and the record of what was done and what was not, also when the run is cut short. Whatever
/// ends it, every ID is in a result, or in what <c>Get-ZecOperation</c> shows.
/// </summary>
internal sealed class RunAccount : IDisposable
{
    private readonly object _gate = new();
    private readonly Queue<KeyValuePair<ZecClient, List<WriteItem>>> _ahead;
    private readonly WriteOperation _operation;
    private readonly ZecCallOptions _call;
    private readonly CancellationToken _stop;
    private readonly OperationLog _log = ZecProcess.Current.Operations;
    private readonly List<string> _unknown = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private WriteRun? _run;
    private int _batches;
    private int _succeeded;
    private int _failed;
    private int _skipped;
    private bool _isOver;

    /// <param name="operation">What is done.</param>
    /// <param name="items">To what, by account.</param>
    /// <param name="call">Options for the calls.</param>
    /// <param name="stop">Asks for an end.</param>
    public RunAccount(
        WriteOperation operation, IEnumerable<KeyValuePair<ZecClient, List<WriteItem>>> items, ZecCallOptions call, CancellationToken stop)
    {
        _operation = operation;
        _ahead = new Queue<KeyValuePair<ZecClient, List<WriteItem>>>(items);
        _call = call;
        _stop = stop;
        Count = _ahead.Sum(account => account.Value.Count);
    }

    /// <summary>Called after every batch; from any thread.</summary>
    public Action<RunAccount>? Progressed { get; set; }

    /// <summary>Called with each result as soon as it is known, also while the run is being ended; from any thread, one at a time.</summary>
    public Action<ZecBatchResult>? Known { get; set; }

    /// <summary>Whether the user may want no further batch after a failure.</summary>
    public bool WaitsAfterFailure { get; set; }

    /// <summary>How many things the run is for.</summary>
    public int Count { get; }

    /// <summary>The connection whose results are told now.</summary>
    public ZecClient? Client { get; private set; }

    /// <summary>How many batches have begun.</summary>
    public int BatchCount => _batches + (_run?.BatchCount ?? 0);

    /// <summary>Whether the run ended early since batch after batch stayed unknown.</summary>
    public bool IsGivenUp { get; private set; }

    /// <summary>How many things are accounted for.</summary>
    public int Done
    {
        get
        {
            lock (_gate)
            {
                return _succeeded + _failed + _skipped + _unknown.Count;
            }
        }
    }

    /// <summary>The IDs that no request has carried.</summary>
    public IReadOnlyList<string> NeverSent { get; private set; } = [];

    /// <summary>The IDs of which nobody can tell; complete when all results are there.</summary>
    public IReadOnlyList<string> UnknownIds => _unknown;

    /// <summary>The counts up to now; final when the run has ended.</summary>
    public RunTotals Totals
    {
        get
        {
            lock (_gate)
            {
                return new RunTotals(_operation.Action, _succeeded, _failed, _unknown.Count, _skipped, NeverSent.Count, _watch.Elapsed);
            }
        }
    }

    /// <summary>What is said of a run that was cut short.</summary>
    public string Summary => $"{Totals.Stopped} Get-ZecOperation lists their IDs.";

    /// <summary>Waits for the next result.</summary>
    /// <returns>What became of a batch; null where there is no more to tell.</returns>
    public async Task<ZecBatchResult?> NextAsync()
    {
        while (true)
        {
            if (_run is not null && await _run.NextAsync().ConfigureAwait(false) is { } result)
            {
                return result;
            }

            EndRun();
            if (_isOver || _ahead.Count == 0 || _stop.IsCancellationRequested)
            {
                return null;
            }

            var (client, items) = (_ahead.Peek().Key, _ahead.Dequeue().Value);
            Client = client;
            _run = new WriteRun(client, _operation, items, _call, _stop, _batches + 1)
            {
                Completed = Keep,
                WaitsAfterFailure = WaitsAfterFailure,
            };
        }
    }

    /// <summary>Sends nothing more, in no account; requests in flight complete.</summary>
    public void SendNoMore()
    {
        _isOver = true;
        _run?.SendNoMore();
    }

    /// <summary>Ends the run, lets requests in flight complete, and records what was never sent.</summary>
    public void Dispose()
    {
        _isOver = true;
        _run?.EndAsync().GetAwaiter().GetResult();
        EndRun();
        foreach (var account in _ahead)
        {
            KeepNeverSent(account.Key, account.Value);
        }

        _ahead.Clear();
    }

    private void Keep(ZecBatchResult result)
    {
        lock (_gate)
        {
            _succeeded += result.SucceededIds.Length;
            _failed += result.FailedIds.Length;
            _skipped += result.SkippedIds.Length;
            _unknown.AddRange(result.UnknownIds);
        }

        // Told by the run itself: a pipeline that is stopped takes no more results, and they are wanted all the more.
        _log.Add(new ZecOperation(result, _call.Origin));
        Known?.Invoke(result);
        Progressed?.Invoke(this);
    }

    private void EndRun()
    {
        if (_run is null)
        {
            return;
        }

        _batches += _run.BatchCount;
        IsGivenUp |= _run.IsGivenUp;
        _isOver |= _run.IsGivenUp;
        KeepNeverSent(Client!, _run.NeverSent);
        _run.Dispose();
        _run = null;
    }

    private void KeepNeverSent(ZecClient client, IReadOnlyList<WriteItem> items)
    {
        foreach (var alike in items.GroupBy(item => item.Operation ?? _operation, item => item.Id))
        {
            NeverSent = [.. NeverSent, .. alike];
            _log.Add(ZecOperation.NeverSent(client, alike.Key, [.. alike], _call.Origin));
        }
    }
}
