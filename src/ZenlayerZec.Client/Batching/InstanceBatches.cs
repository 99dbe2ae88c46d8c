using System.Diagnostics;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// Carries out an action on any number of instances, a hundred a request, and accounts for every one. The caller asks for one
/// result after the other, and stops the run by asking for no more.
/// </summary>
public sealed class InstanceBatches
{
    private readonly string _action;
    private readonly Func<IReadOnlyList<string>, CancellationToken, Task<Answer>> _send;
    private readonly List<string> _instanceIds;
    private int _sent;
    private int _batchNumber;

    private InstanceBatches(
        string action, IEnumerable<string> instanceIds, Func<IReadOnlyList<string>, CancellationToken, Task<Answer>> send)
    {
        _action = action;
        _instanceIds = [.. instanceIds.Distinct(StringComparer.Ordinal)];
        _send = send;
    }

    /// <summary>How many distinct instances the run is for.</summary>
    public int Count => _instanceIds.Count;

    /// <summary>How many batches they make.</summary>
    public int BatchCount => (Count + ReleaseInstancesRequest.MaximumInstanceIds - 1) / ReleaseInstancesRequest.MaximumInstanceIds;

    /// <summary>The IDs that no request has carried yet.</summary>
    public IReadOnlyList<string> NeverSent => _instanceIds.GetRange(_sent, Count - _sent);

    /// <summary>A run of ReleaseInstances.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="instanceIds">The instances; one that comes twice counts once.</param>
    /// <param name="releaseDependentResources">Whether what hangs on them goes too.</param>
    /// <param name="call">What these calls do differently.</param>
    /// <returns>A run that has sent nothing yet.</returns>
    public static InstanceBatches Release(
        ZecClient client, IEnumerable<string> instanceIds, bool releaseDependentResources, ZecCallOptions call)
        => new(ZecActions.ReleaseInstances.Name, instanceIds, async (batch, cancellationToken) =>
        {
            var request = new ReleaseInstancesRequest { InstanceIds = batch, DependResource = releaseDependentResources };
            var sent = await client.ReleaseInstancesAsync(request, call, cancellationToken).ConfigureAwait(false);
            return new Answer(sent.Response.InstanceIds ?? [], sent.RequestId, sent.Attempts);
        });

    /// <summary>Sends the next batch.</summary>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <returns>What became of it, a failure included; null where all batches are sent.</returns>
    public async Task<ZecBatchResult?> NextAsync(CancellationToken cancellationToken)
    {
        var batch = _instanceIds.GetRange(_sent, Math.Min(ReleaseInstancesRequest.MaximumInstanceIds, Count - _sent));
        if (batch.Count == 0)
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        _sent += batch.Count;
        var result = new ZecBatchResult(_action, ++_batchNumber);
        var watch = Stopwatch.StartNew();
        try
        {
            var answer = await _send(batch, cancellationToken).ConfigureAwait(false);
            var failed = new HashSet<string>(answer.FailedInstanceIds, StringComparer.Ordinal);
            result.SucceededInstanceIds = [.. batch.Where(id => !failed.Contains(id))];
            result.FailedInstanceIds = [.. batch.Where(failed.Contains)];
            result.RequestId = answer.RequestId;
            result.Attempts = answer.Attempts;
        }
        catch (ZecException failure)
        {
            result.Error = failure;
            result.RequestId = failure.RequestId;
            result.Attempts = failure.Attempts;
            if (failure.OutcomeUnknown)
            {
                result.UnknownInstanceIds = batch;
            }
            else
            {
                result.FailedInstanceIds = batch;
            }
        }

        result.Duration = watch.Elapsed;
        return result;
    }

    /// <summary>What an action answered for a batch.</summary>
    private sealed record Answer(IReadOnlyList<string> FailedInstanceIds, string? RequestId, int Attempts);
}
