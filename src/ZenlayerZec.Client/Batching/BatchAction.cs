using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// An action on up to a hundred instances, and how to tell from an instance whether it took: all that settling a lost answer
/// needs to know of it.
/// </summary>
/// <param name="Name">The API's name.</param>
/// <param name="Took">The states that mean that it took.</param>
/// <param name="TookWhenGone">Whether an instance that is no longer there means that it took.</param>
/// <param name="Attempt">Sends it once for these IDs; the number is the attempt's, from 1, and the callback is told when it goes out.</param>
internal sealed record BatchAction(
    string Name,
    IReadOnlyCollection<string> Took,
    bool TookWhenGone,
    Func<IReadOnlyList<string>, int, Action, CancellationToken, Task<BatchAnswer>> Attempt)
{
    /// <summary>What became of an instance, by the look of it after an answer was lost.</summary>
    /// <param name="before">Its state before; null where nobody looked, so that it may never have been there.</param>
    /// <param name="now">What it is now; null where it is not there.</param>
    public Fate FateOf(string? before, ZecInstance? now)
    {
        if (now is null)
        {
            return TookWhenGone && before is not null ? Fate.Took : Fate.Unknown;
        }

        // In such a state already, it would look the same whether the action took or not.
        if (Took.Any(status => InstanceStatus.Same(status, now.Status)) && !InstanceStatus.Same(before, now.Status))
        {
            return Fate.Took;
        }

        return before is null || InstanceStatus.Same(before, now.Status) ? Fate.Stands : Fate.Unknown;
    }

    /// <summary>ReleaseInstances.</summary>
    public static BatchAction Release(ZecClient client, bool releaseDependentResources, ZecCallOptions call) => new(
        ZecActions.ReleaseInstances.Name,
        [InstanceStatus.Releasing, InstanceStatus.Recycling, InstanceStatus.Recycle],
        TookWhenGone: true,
        async (instanceIds, attempt, sending, cancellationToken) =>
        {
            var request = new ReleaseInstancesRequest { InstanceIds = instanceIds, DependResource = releaseDependentResources };
            var (answer, requestId) = await client.AttemptAsync(
                ZecActions.ReleaseInstances, request, call, _ => instanceIds.Count, attempt, sending, cancellationToken).ConfigureAwait(false);
            return new BatchAnswer(answer.InstanceIds ?? [], requestId);
        });
}

/// <summary>What an action answered for a batch.</summary>
/// <param name="FailedInstanceIds">The IDs that it did not take.</param>
/// <param name="RequestId">The request's ID.</param>
internal sealed record BatchAnswer(IReadOnlyList<string> FailedInstanceIds, string? RequestId);

/// <summary>What a look at an instance tells of a request whose answer was lost.</summary>
internal enum Fate
{
    /// <summary>The request was carried out.</summary>
    Took,

    /// <summary>The instance is as it was.</summary>
    Stands,

    /// <summary>It cannot be told.</summary>
    Unknown,
}
