using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// An action on up to a hundred instances, and how to tell from an instance whether it took: all that settling a lost answer
/// needs to know of it.
/// </summary>
/// <param name="Name">The API's name.</param>
/// <param name="Fate">
/// What became of an instance, by the look of it after an answer was lost: its state before, null where nobody looked, so that it may
/// never have been there; and the instance now, null where it is not there.
/// </param>
/// <param name="Attempt">Sends it once for these IDs; the number is the attempt's, from 1, and the callback is told when it goes out.</param>
internal sealed record WriteOperation(
    string Name,
    Func<string?, ZecInstance?, Fate> Fate,
    Func<IReadOnlyList<string>, int, Action, CancellationToken, Task<BatchAnswer>> Attempt)
{
    /// <summary>An action whose answer names the IDs that failed.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="action">The action.</param>
    /// <param name="call">What these calls do differently.</param>
    /// <param name="request">What it is asked for these IDs.</param>
    /// <param name="fate">What became of an instance.</param>
    public static WriteOperation Of<TRequest>(
        ZecClient client,
        ZecAction<TRequest, FailedInstancesResponse> action,
        ZecCallOptions call,
        Func<IReadOnlyList<string>, TRequest> request,
        Func<string?, ZecInstance?, Fate> fate)
        => Of(client, action, call, request, answer => answer.InstanceIds ?? [], fate);

    /// <summary>Any action; one that is carried out for all IDs or for none names none as failed.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="action">The action.</param>
    /// <param name="call">What these calls do differently.</param>
    /// <param name="request">What it is asked for these IDs.</param>
    /// <param name="failed">The IDs that its answer names as failed.</param>
    /// <param name="fate">What became of an instance.</param>
    public static WriteOperation Of<TRequest, TResponse>(
        ZecClient client,
        ZecAction<TRequest, TResponse> action,
        ZecCallOptions call,
        Func<IReadOnlyList<string>, TRequest> request,
        Func<TResponse, IReadOnlyList<string>> failed,
        Func<string?, ZecInstance?, Fate> fate)
        where TResponse : class
        => new(action.Name, fate, async (ids, attempt, sending, cancellationToken) =>
        {
            var (answer, requestId) = await client.AttemptAsync(
                action, request(ids), call, _ => ids.Count, attempt, sending, cancellationToken).ConfigureAwait(false);
            return new BatchAnswer(failed(answer), requestId);
        });
}

/// <summary>What an action answered for a batch.</summary>
/// <param name="FailedIds">The IDs that it did not take.</param>
/// <param name="RequestId">The request's ID.</param>
internal sealed record BatchAnswer(IReadOnlyList<string> FailedIds, string? RequestId);
