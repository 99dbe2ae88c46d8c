using ZenlayerZec.Client.Batching;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands.Bases;

/// <summary>A run of batches and its account: what was done, and what was not, also when the run is cut short.</summary>
internal sealed class RunAccount : IDisposable
{
    private readonly object _gate = new();
    private readonly WriteRun _batches;
    private readonly OperationLog _log = RunspaceConnections.Current.Operations;
    private readonly List<string> _unknown = [];
    private int _succeeded;
    private int _failed;

    /// <param name="batches">The run; nothing of it sent yet.</param>
    /// <param name="waitsAfterFailure">Whether the user may want no further batch after a failure.</param>
    /// <param name="progressed">Told after every batch; from any thread.</param>
    public RunAccount(WriteRun batches, bool waitsAfterFailure, Action<RunAccount> progressed)
    {
        _batches = batches;
        batches.WaitsAfterFailure = waitsAfterFailure;

        // Told by the run itself: a pipeline that is stopped takes no more results, and they are wanted all the more.
        batches.Completed = result =>
        {
            lock (_gate)
            {
                _succeeded += result.SucceededIds.Count;
                _failed += result.FailedIds.Count;
                _unknown.AddRange(result.UnknownIds);
            }

            _log.Add(new ZecOperation(result));
            progressed(this);
        };
    }

    public int Count => _batches.Count;

    public int BatchCount => _batches.BatchCount;

    public int Done
    {
        get
        {
            lock (_gate)
            {
                return _succeeded + _failed + _unknown.Count;
            }
        }
    }

    public IReadOnlyList<string> NeverSent => _batches.NeverSent;

    /// <summary>Those of which nobody knows; to be asked for when all results are there.</summary>
    public IReadOnlyList<string> UnknownIds => _unknown;

    public string Summary
        => $"{_batches.Action} was stopped: {_succeeded} done, {_failed} failed, {_unknown.Count} in doubt, {NeverSent.Count} never sent.";

    public Task<ZecBatchResult?> NextAsync(CancellationToken stop) => _batches.NextAsync(stop);

    /// <summary>Ends the run, lets what is in flight come home, and keeps what was never sent for whoever goes on from here.</summary>
    public void Dispose()
    {
        _batches.EndAsync().GetAwaiter().GetResult();
        if (NeverSent is { Count: > 0 } neverSent)
        {
            _log.Add(new ZecOperation(_batches.Action, neverSent));
        }

        _batches.Dispose();
    }
}
