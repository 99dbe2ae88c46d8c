using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Client.Time;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// The looks of all batches of a run whose answers were lost: what is asked at about the same time goes out together, in requests of as
/// many IDs as one may name. Each look is made once; whoever asks has a schedule.
/// </summary>
/// <param name="client">The connection.</param>
/// <param name="operation">What was sent.</param>
/// <param name="call">Options for the calls.</param>
internal sealed class MergedLooks(ZecClient client, WriteOperation operation, ZecCallOptions call)
{
    /// <summary>How long the first question waits for others.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    private readonly object _gate = new();
    private readonly ZecCallOptions _call = call.WithOneAttempt();
    private List<Question> _waiting = [];

    /// <summary>Looks at some IDs.</summary>
    /// <param name="ids">The IDs.</param>
    /// <param name="isUrgent">Whether there is no time to wait for other questions.</param>
    /// <param name="cancellationToken">Ends the waiting for the answer.</param>
    /// <returns>
    /// What stands there by ID, with null for what is not there; an ID is missing where its look failed or was not whole, so that nothing
    /// is known of it. The exception is a failure that every further look would meet, too.
    /// </returns>
    public async Task<IReadOnlyDictionary<string, string?>> LookAsync(
        IReadOnlyList<string> ids, bool isUrgent, CancellationToken cancellationToken)
    {
        if (isUrgent)
        {
            return await AskAsync(ids, cancellationToken).ConfigureAwait(false);
        }

        var question = new Question(ids);
        bool isFirst;
        lock (_gate)
        {
            isFirst = _waiting.Count == 0;
            _waiting.Add(question);
        }

        if (isFirst)
        {
            _ = GatherAsync();
        }

        using var end = cancellationToken.Register(() => question.Answer.TrySetCanceled(cancellationToken));
        return await question.Answer.Task.ConfigureAwait(false);
    }

    private async Task GatherAsync()
    {
        List<Question> questions = [];
        try
        {
            await client.Options.Clock.DelayAsync(Gathering, CancellationToken.None).ConfigureAwait(false);
            questions = Take();

            // Whoever asked may be gone, but not all of them: a look costs little, and none of them may be left without an answer.
            var answer = await AskAsync([.. questions.SelectMany(question => question.Ids)], CancellationToken.None).ConfigureAwait(false);
            questions.ForEach(question => question.Answer.TrySetResult(answer));
        }
        catch (Exception failure)
        {
            // Whatever it is, those who asked must hear of it.
            (questions.Count > 0 ? questions : Take()).ForEach(question => question.Answer.TrySetException(failure));
        }

        List<Question> Take()
        {
            lock (_gate)
            {
                var taken = _waiting;
                _waiting = [];
                return taken;
            }
        }
    }

    private async Task<IReadOnlyDictionary<string, string?>> AskAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        await Concurrently.InPartsAsync(
            ids,
            operation.Kind.MostIds,
            client.LimitOf(_call),
            async (asked, token) => (asked, found: await FindAsync(asked, token).ConfigureAwait(false)),
            look =>
            {
                foreach (var id in look.found is null ? [] : look.asked)
                {
                    known[id] = look.found!.TryGetValue(id, out var value) ? value ?? string.Empty : null;
                }
            },
            cancellationToken).ConfigureAwait(false);
        return known;
    }

    private async Task<IReadOnlyDictionary<string, string?>?> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            var (kind, settle) = (operation.Kind, operation.Settle);
            var list = operation.SettlingList ?? (settle.ReadsWhole ? kind.List : kind.StateList);
            var found = await list.FindAsync(client, _call, ids, cancellationToken).ConfigureAwait(false);
            return found.ToDictionary(item => item.Key, item => settle.Read(kind, item.Value), StringComparer.Ordinal);
        }
        catch (ZecException failure) when (!failure.FailsEveryRequest)
        {
            // A look that failed tells nothing. The next one may.
            return null;
        }
    }

    private sealed class Question(IReadOnlyList<string> ids)
    {
        public IReadOnlyList<string> Ids { get; } = ids;

        public TaskCompletionSource<IReadOnlyDictionary<string, string?>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
