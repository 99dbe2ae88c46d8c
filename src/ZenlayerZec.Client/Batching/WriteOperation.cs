using System.Runtime.CompilerServices;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// What is done to things of one kind, in batches: the action, how a lost answer is settled, whether it may be repeated, and what has to be
/// looked at before.
/// </summary>
/// <param name="Action">The API's name.</param>
/// <param name="Kind">What it is done to.</param>
/// <param name="Attempt">Sends it once.</param>
/// <param name="Settle">How a look tells that it was carried out.</param>
internal sealed record WriteOperation(string Action, ResourceKind Kind, Attempt Attempt, Settle Settle)
{
    /// <summary>
    /// What was asked for beside the IDs, see <see cref="WriteOptions"/>: enough to ask for the same again. Null where that takes a secret.
    /// </summary>
    public string? Options { get; init; }

    /// <summary>The most IDs that one request may name.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Whether the API documents no such limit: a request that is refused for its length is sent again in smaller ones.</summary>
    public bool IsBatchSizeGuessed { get; init; }

    /// <summary>How things are listed to settle a lost answer, where the list of their kind does not show it; null where it does.</summary>
    public KindList? SettlingList { get; init; }

    /// <summary>Whether it may be sent again after an answer was lost.</summary>
    public Repeat Repeat { get; init; } = Repeat.Never;

    /// <summary>
    /// Whether a thing has to be looked at directly before where its state is not fresh: for what cannot be taken back.
    /// </summary>
    public bool LooksFirst { get; init; }

    /// <summary>Whether that look has to read more of a thing than its state and its tags, to tell that nothing is to be done.</summary>
    public bool LooksWhole { get; init; }

    /// <summary>Whether it leaves alone what has a protected tag.</summary>
    public bool SparesProtected { get; init; }

    /// <summary>Whether it releases things: a second release may do something else than the first, as it does in the recycle bin.</summary>
    public bool Releases { get; init; }

    /// <summary>Whether it leads to where a thing is in use, so that it explains why something that was off is on.</summary>
    public bool LeadsToUse { get; init; }

    /// <summary>Whether it takes a thing out of use, so that what led to use before it no longer explains anything.</summary>
    public bool LeadsOutOfUse { get; init; }

    /// <summary>Whether it ends in a state that a thing may have had before, so that how it stands does not tell whether it was done.</summary>
    public bool EndsAsItMayHaveBegun { get; init; }

    /// <summary>Why a thing in a state is left out, as the end of a sentence that begins with "it"; null where it is not.</summary>
    public Func<string, string?> SkipReason { get; init; } = _ => null;

    /// <summary>Why a thing is left out by more than its state, as the end of such a sentence; null where it is not.</summary>
    public Func<ZecObject, string?> SkipThing { get; init; } = _ => null;

    /// <summary>
    /// Why a thing in a state is an error, as the end of such a sentence; null where it is not. What was read in such a state is looked at again: it may have
    /// left it since.
    /// </summary>
    public Func<string, string?> Refusal { get; init; } = _ => null;

    /// <summary>
    /// Why a thing is left out that is not as the one who asked for it was told, as the end of such a sentence. With this, every thing is looked at directly
    /// before, however fresh it is. Null where nobody was told anything.
    /// </summary>
    public Compare? Compare { get; init; }

    /// <summary>Whether a thing that is not there any more is as it was to be; else its ID is an error.</summary>
    public bool IsDoneWhenGone { get; init; }

    /// <summary>What goes with a thing that was released, and what stays; null where nothing hangs on such things, or it was told before.</summary>
    public Func<ZecClient, WriteItem, InstanceDependents>? Dependents { get; init; }

    /// <summary>Whether it is the same object: things go together for which it is, and to compare its parts would take longer than to send them.</summary>
    /// <param name="other">Another operation.</param>
    public bool Equals(WriteOperation? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Whether the service refused a request for its length, where nobody knew how long it may be.</summary>
    /// <param name="failure">The refusal.</param>
    /// <param name="count">How many IDs the request named.</param>
    public bool IsTooLong(ZecException failure, int count)
        => IsBatchSizeGuessed && count > 1 && failure is { Code: ServiceErrors.TooLong, Aftermath: Aftermath.Refused };

    /// <summary>Reasons to leave out what is in certain states.</summary>
    /// <param name="states">How the kind calls its states.</param>
    /// <param name="reasons">The states, each with the end of a sentence that begins with "it"; null where a switch says that it is not left out.</param>
    public static Func<string, string?> SkipIn(KindStates states, params (string State, string? Reason)[] reasons)
        => state => reasons.FirstOrDefault(reason => states.Same(reason.State, state)).Reason;

    /// <summary>An attempt at an action that takes one ID; its <see cref="BatchSize"/> is 1.</summary>
    /// <param name="action">The action.</param>
    /// <param name="request">The request for an ID.</param>
    public static Attempt AttemptAtOne<TRequest, TResponse>(ZecAction<TRequest, TResponse> action, Func<string, TRequest> request)
        where TResponse : class => AttemptAt(action, ids => request(ids[0]), _ => []);

    /// <summary>An attempt at any action; one that is carried out for all IDs or for none names none as failed.</summary>
    /// <param name="action">The action.</param>
    /// <param name="request">The request for some IDs.</param>
    /// <param name="failed">The IDs that its answer names as failed.</param>
    public static Attempt AttemptAt<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action, Func<IReadOnlyList<string>, TRequest> request, Func<TResponse, IReadOnlyList<string>> failed)
        where TResponse : class
        => async (client, call, ids, number, sending, cancellationToken) =>
        {
            var (answer, requestId) = await client.AttemptAsync(
                action, request(ids), call, _ => ids.Count, number, sending, cancellationToken).ConfigureAwait(false);
            return new BatchAnswer(failed(answer), requestId);
        };
}

/// <summary>Sends an action once.</summary>
/// <param name="client">The connection.</param>
/// <param name="call">Options for the call.</param>
/// <param name="ids">The IDs.</param>
/// <param name="number">Which attempt it is, from 1.</param>
/// <param name="sending">Called when it goes out; what it throws keeps the request from going out.</param>
/// <param name="cancellationToken">Cancels it.</param>
internal delegate Task<BatchAnswer> Attempt(
    ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, int number, Action sending, CancellationToken cancellationToken);

/// <summary>Compares what a look has found with what somebody was told before.</summary>
/// <param name="client">The connection.</param>
/// <param name="call">Options for further reads.</param>
/// <param name="found">What the look found.</param>
/// <param name="cancellationToken">Cancels the reads.</param>
/// <returns>Why things are left out, by their IDs.</returns>
internal delegate Task<IReadOnlyDictionary<string, string>> Compare(
    ZecClient client, ZecCallOptions call, IReadOnlyDictionary<string, ZecObject> found, CancellationToken cancellationToken);

/// <summary>What an action answered for a batch.</summary>
/// <param name="FailedIds">The IDs that it did not take.</param>
/// <param name="RequestId">The request's ID.</param>
internal sealed record BatchAnswer(IReadOnlyList<string> FailedIds, string? RequestId);

/// <summary>Whether a request may be sent again after its answer was lost.</summary>
internal enum Repeat
{
    /// <summary>Never: a second one would do harm, or nobody can tell whether it would. What still stands is unknown.</summary>
    Never,

    /// <summary>After a look directly before, to what has not changed.</summary>
    AfterFreshLook,
}
