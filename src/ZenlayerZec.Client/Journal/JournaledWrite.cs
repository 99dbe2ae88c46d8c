using System.Diagnostics;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Client.Journal;

/// <summary>What the journal has of each kind of change that is one request and no batch.</summary>
internal static class JournaledWrite
{
    /// <summary>Of what creates things.</summary>
    /// <param name="count">How many things.</param>
    /// <param name="created">The IDs of an answer.</param>
    public static JournaledWrite<TResponse> Of<TResponse>(int count, Func<TResponse, IReadOnlyList<string>> created)
        where TResponse : ZecResponse => new([], count)
        {
            RequestId = answer => answer.RequestId,
            CreatedIds = created,
        };

    /// <summary>Of any other request.</summary>
    public static JournaledWrite<ApiObject> Of(ApiRequest request) => new(request.Ids, request.Ids.Count)
    {
        RequestId = answer => answer["requestId"] as string,
        FailedIds = request.FailedIds,
    };
}

/// <summary>What the journal has of a change that is one request and no batch.</summary>
/// <param name="ids">What is changed, as far as it has IDs.</param>
/// <param name="count">How many things are changed.</param>
internal sealed class JournaledWrite<TResponse>(IReadOnlyList<string> ids, int count)
    where TResponse : class
{
    /// <summary>The request's ID in an answer.</summary>
    public Func<TResponse, string?> RequestId { get; init; } = _ => null;

    /// <summary>The IDs that an answer names as failed.</summary>
    public Func<TResponse, IReadOnlyList<string>> FailedIds { get; init; } = _ => [];

    /// <summary>The IDs of what an answer says was created.</summary>
    public Func<TResponse, IReadOnlyList<string>>? CreatedIds { get; init; }

    /// <summary>Sends it, with a line before and a line after.</summary>
    /// <param name="options">The connection's.</param>
    /// <param name="action">The action.</param>
    /// <param name="origin">Where it was asked for.</param>
    /// <param name="progress">How far it has come.</param>
    /// <param name="send">Sends it.</param>
    public async Task<TResponse> RunAsync(
        ZecClientOptions options, string action, JournalOrigin? origin, RequestProgress progress, Func<Task<TResponse>> send)
    {
        var intent = new JournalIntent(options.Account, options.Identity, action, ids, count, null, origin);
        var entry = options.Journal is { } journal ? await journal.BeginAsync(intent).ConfigureAwait(false) : null;
        var watch = Stopwatch.StartNew();
        var outcome = new JournalOutcome(JournalOutcome.Unknown) { UnknownIds = ids };
        try
        {
            var answer = await send().ConfigureAwait(false);
            outcome = Of(answer);
            return answer;
        }
        catch (ZecException failure)
        {
            outcome = Of(failure);
            throw;
        }
        finally
        {
            if (entry is not null)
            {
                await entry.EndAsync(outcome with { Attempts = progress.Attempts, Duration = watch.Elapsed }).ConfigureAwait(false);
            }
        }
    }

    private JournalOutcome Of(TResponse answer)
    {
        var failed = FailedIds(answer);
        var created = CreatedIds?.Invoke(answer);
        var isWhole = failed.Count == 0 && (created is null || created.Count == count);
        return new JournalOutcome((isWhole ? ZecBatchStatus.Succeeded : ZecBatchStatus.PartiallyFailed).ToString())
        {
            RequestId = RequestId(answer),
            FailedIds = failed,
            CreatedIds = created ?? [],
        };
    }

    private JournalOutcome Of(ZecException failure) => failure switch
    {
        { OutcomeUnknown: true } => new JournalOutcome(JournalOutcome.Unknown) { UnknownIds = ids, RequestId = failure.RequestId, ErrorCode = failure.Code },
        { Kind: ZecErrorKind.Stopped } => new JournalOutcome(JournalOutcome.NeverSent) { NeverSentIds = ids, ErrorCode = failure.Code },
        _ => new JournalOutcome(nameof(ZecBatchStatus.Failed)) { FailedIds = ids, RequestId = failure.RequestId, ErrorCode = failure.Code },
    };
}
