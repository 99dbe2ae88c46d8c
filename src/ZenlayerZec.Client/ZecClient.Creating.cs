using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Journal;

namespace ZenlayerZec.Client;

/// <content>Requests that create things.</content>
public sealed partial class ZecClient
{
    /// <summary>
    /// Orders new instances. An order is sent again only where it was certainly not carried out: where its answer is lost, the
    /// instances may be there, and an order sent twice would be paid twice.
    /// </summary>
    /// <param name="request">What is ordered.</param>
    /// <param name="call">The options of this call.</param>
    /// <param name="stop">
    /// Asks for an end: nothing more is sent, and an order in flight gets up to 5 s to come home. It is no cancellation: the call ends
    /// with an answer, or with an exception that says whether the order was sent.
    /// </param>
    /// <returns>What was ordered; InstanceIdSet is there, though not with as many IDs as were asked for, perhaps.</returns>
    /// <exception cref="ZecException">The call failed; where <see cref="ZecException.OutcomeUnknown"/>, perhaps only its answer.</exception>
    public Task<CreateZecInstancesResponse> CreateZecInstancesAsync(
        CreateZecInstancesRequest request, ZecCallOptions call, CancellationToken stop)
        => CreateAsync(
            ZecActions.CreateZecInstances,
            request ?? throw new ArgumentNullException(nameof(request)),
            request.InstanceCount ?? 1,
            answer => answer.InstanceIdSet!,
            call,
            stop);

    /// <summary>
    /// Creates things. What was created cannot be told from what others create, so that a request is never sent again after its answer was
    /// lost.
    /// </summary>
    /// <param name="action">The action.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="count">How many things.</param>
    /// <param name="created">The IDs of an answer.</param>
    /// <param name="call">Options for the call.</param>
    /// <param name="stop">Asks for an end: nothing more is sent, and a request in flight gets some seconds to complete.</param>
    /// <exception cref="ZecException">The call failed; where <see cref="ZecException.OutcomeUnknown"/>, perhaps only its answer.</exception>
    internal Task<TResponse> CreateAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        int count,
        Func<TResponse, IReadOnlyList<string>> created,
        ZecCallOptions call,
        CancellationToken stop)
        where TResponse : ZecResponse
        => WriteAsync(action, request, call, answer => created(answer).Count, JournaledWrite.Of(count, created), stop);
}
