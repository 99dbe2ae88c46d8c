using ZenlayerZec.Client.Batching;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands.Bases;

/// <summary>A run of batches and its account: what was done, and what was not, also when the run is cut short.</summary>
internal sealed class BatchRun
{
    private readonly InstanceBatches _batches;
    private readonly OperationLog _log = RunspaceConnections.Current.Operations;
    private readonly List<string> _unknown = [];
    private int _succeeded;
    private int _failed;

    public BatchRun(InstanceBatches batches)
    {
        _batches = batches;

        // Told by the run itself: a pipeline that is stopped takes no more results, and they are wanted all the more.
        batches.Completed = result =>
        {
            _succeeded += result.SucceededInstanceIds.Count;
            _failed += result.FailedInstanceIds.Count;
            _unknown.AddRange(result.UnknownInstanceIds);
            _log.Add(new ZecOperation(result));
        };
    }

    public int Count => _batches.Count;

    public int BatchCount => _batches.BatchCount;

    public int Done => _succeeded + _failed + _unknown.Count;

    public IReadOnlyList<string> NeverSent => _batches.NeverSent;

    public IReadOnlyList<string> UnknownInstanceIds => _unknown;

    public string Summary
        => $"{_batches.Action} was stopped: {_succeeded} done, {_failed} failed, {_unknown.Count} in doubt, {NeverSent.Count} never sent.";

    public Task<ZecBatchResult?> NextAsync(CancellationToken stop) => _batches.NextAsync(stop);

    /// <summary>Keeps what was never sent for whoever goes on from here.</summary>
    public void Close()
    {
        if (NeverSent is { Count: > 0 } neverSent)
        {
            _log.Add(new ZecOperation(_batches.Action, neverSent));
        }
    }
}
