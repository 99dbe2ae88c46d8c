using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// Carries out an action on any number of instances, a hundred a request, and accounts for every one. The caller asks for one
/// result after the other, and stops the run by asking for no more.
/// </summary>
public sealed class InstanceBatches
{
    private readonly BatchSender _sender;
    private readonly List<KeyValuePair<string, string?>> _instances;
    private int _sent;
    private int _batchNumber;

    private InstanceBatches(string action, BatchSender sender, IEnumerable<KeyValuePair<string, string?>> instances)
    {
        Action = action;
        _sender = sender;
        _instances = [.. instances.GroupBy(instance => instance.Key, StringComparer.Ordinal).Select(same => same.First())];
    }

    /// <summary>Told each result as soon as it is known, and before the caller of <see cref="NextAsync"/> is; from any thread.</summary>
    public Action<ZecBatchResult>? Completed { get; set; }

    /// <summary>The API's action.</summary>
    public string Action { get; }

    /// <summary>How many distinct instances the run is for.</summary>
    public int Count => _instances.Count;

    /// <summary>How many batches they make.</summary>
    public int BatchCount => (Count + ReleaseInstancesRequest.MaximumInstanceIds - 1) / ReleaseInstancesRequest.MaximumInstanceIds;

    /// <summary>The IDs that no request has carried yet.</summary>
    public IReadOnlyList<string> NeverSent => [.. _instances.Skip(_sent).Select(instance => instance.Key)];

    /// <summary>A run of ReleaseInstances.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="instances">
    /// The instances by ID, each with its state as last seen, null where nobody looked; one that comes twice counts once. The state
    /// is what a lost answer is settled by: an instance that nobody ever saw, and that is not there, may never have been.
    /// </param>
    /// <param name="releaseDependentResources">Whether what hangs on them goes too.</param>
    /// <param name="call">What these calls do differently.</param>
    /// <returns>A run that has sent nothing yet.</returns>
    public static InstanceBatches Release(
        ZecClient client, IEnumerable<KeyValuePair<string, string?>> instances, bool releaseDependentResources, ZecCallOptions call)
    {
        var action = BatchAction.Release(client, releaseDependentResources, call);
        return new InstanceBatches(action.Name, new BatchSender(client, action, call), instances);
    }

    /// <summary>Sends the next batch.</summary>
    /// <param name="stop">
    /// Asks for an end: nothing more is sent, and a request in flight gets up to 5 s to come home. It is no cancellation: what is
    /// known is told all the same.
    /// </param>
    /// <returns>What became of the batch, a failure included; null where all batches are sent, or no more are to be.</returns>
    public async Task<ZecBatchResult?> NextAsync(CancellationToken stop)
    {
        var batch = _instances.GetRange(_sent, Math.Min(ReleaseInstancesRequest.MaximumInstanceIds, Count - _sent));
        if (batch.Count == 0 || stop.IsCancellationRequested)
        {
            return null;
        }

        _sent += batch.Count;
        var result = await _sender.SendAsync(++_batchNumber, batch, stop).ConfigureAwait(false);
        Completed?.Invoke(result);
        return result;
    }
}
