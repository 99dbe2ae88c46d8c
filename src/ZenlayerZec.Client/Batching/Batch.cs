using System.Diagnostics;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// One batch on its way: it is made up, sent, sent again only where that cannot do harm, and settled where its answer was lost. Whatever
/// happens, it ends with every ID accounted for.
/// </summary>
/// <param name="run">What it shares with the other batches of its run.</param>
/// <param name="number">Which of the run, from 1.</param>
internal sealed class Batch(RunContext run, int number)
{
    private readonly BatchLedger _ledger = new(run.Operation.BatchSize);
    private readonly ZecBatchResult _result = new(run.Operation.Action, number, run.Client) { Options = run.Operation.Options };
    private readonly Dictionary<string, string?> _lastSeen = new(StringComparer.Ordinal);
    private readonly List<WriteItem> _all = [];
    private readonly HashSet<string> _returned = new(StringComparer.Ordinal);

    /// <summary>Those that the service refused after an answer was lost: sending them again would only be refused again.</summary>
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private JournalEntry? _entry;
    private int _losses;
    private bool _hasPlace = true;

    /// <summary>The IDs that it was stopped before it could send; they are in no list of its result.</summary>
    public IReadOnlyList<WriteItem> NeverSent { get; private set; } = [];

    private WriteOperation Operation => run.Operation;

    /// <summary>Whether an answer for the open IDs was ever lost: what was sent then may still take effect.</summary>
    private bool IsDoubtful => _losses > 0;

    /// <summary>
    /// Carries the batch out. It begins with a place among the requests in flight; <see cref="Leave"/> gives it back when its result is told,
    /// so that nothing leaves in between that the result would have kept from leaving.
    /// </summary>
    /// <param name="first">What it is made of; more may come where some of it is left out.</param>
    /// <returns>What became of each ID; null where it has none left but those that were never sent.</returns>
    public async Task<ZecBatchResult?> RunAsync(IReadOnlyList<WriteItem> first)
    {
        var watch = Stopwatch.StartNew();
        _all.AddRange(first);
        using var grace = new GracePeriod(run.Clock, () => _ledger.IsInFlight, run.Stop);
        try
        {
            await FillAsync(first, grace.Token).ConfigureAwait(false);
            while (_ledger.OpenCount > 0 && await SendAsync(grace.Token).ConfigureAwait(false))
            {
                // Its request is no longer on its way: another batch may have the place.
                _hasPlace = false;
                run.Places.Lose();
                await SettleAsync(grace.Token).ConfigureAwait(false);
                if (Repeatable().Count == 0)
                {
                    break;
                }

                _hasPlace = await run.Places.ReturnAsync(grace.Token).ConfigureAwait(false);
                if (!_hasPlace)
                {
                    break;
                }
            }
        }
        catch (Exception failure)
        {
            // No exception may leave an ID without a place, whoever threw it.
            Note(failure);
        }

        Close();
        _result.Duration = watch.Elapsed;
        if (_entry is not null)
        {
            _result.IsJournaled = await _entry.EndAsync(JournalOutcome.Of(_result, [.. NeverSent.Select(item => item.Id), .. _returned])).ConfigureAwait(false);
        }

        return _ledger.Count == 0 ? null : _result;
    }

    /// <summary>The result of a batch that broke down before it could make up its account.</summary>
    /// <param name="failure">What happened.</param>
    public ZecBatchResult Abandoned(Exception failure) => new(Operation.Action, number, run.Client)
    {
        UnknownIds = _all.Select(item => item.Id).Except(NeverSent.Select(item => item.Id).Concat(_returned), StringComparer.Ordinal).ToArray(),
        Attempts = _result.Attempts,
        Options = _result.Options,
        IsJournaled = _result.IsJournaled,
        Error = run.Client.Unexpected(failure, wasSent: true),
    };

    /// <summary>Gives back the batch's place; or, where its answer was lost, counts it as settled.</summary>
    public void Leave()
    {
        if (_hasPlace)
        {
            run.Places.Leave();
        }
        else
        {
            run.Places.Settle();
        }
    }

    /// <summary>Takes items until so many as a request may name are to be sent, or there are no more.</summary>
    private async Task FillAsync(IReadOnlyList<WriteItem> items, CancellationToken token)
    {
        while (items.Count > 0)
        {
            foreach (var item in items)
            {
                _ledger.Add(item);
            }

            await FreshenAsync(token).ConfigureAwait(false);

            // What is left out counts, too: a run of which all is left out has results of the usual size.
            var size = run.Limit.Of(Operation);
            var isFull = _ledger.OpenCount >= size || _ledger.Count - _ledger.OpenCount >= size;
            items = isFull || _result.Error is not null ? [] : run.Source.Take(size - _ledger.OpenCount, Operation);
            _all.AddRange(items);
        }
    }

    /// <summary>Sends IDs, and sends them again while it is certain that nothing was carried out.</summary>
    /// <returns>Whether an answer was lost, so that the open IDs have to be settled.</returns>
    private async Task<bool> SendAsync(CancellationToken token)
    {
        using var bound = new AttemptBound(run.Client.Options.OverallTimeout, run.Clock, token);
        try
        {
            await run.Rounds.ExecuteAsync(
                async round =>
                {
                    // One that waited too long for its turn was not sent, and is looked at again: within the attempts and the time of a request.
                    while (!await TryRoundAsync(round).ConfigureAwait(false))
                    {
                    }
                },
                bound.Token).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Note(failure, bound.IsOver);
        }

        if (_ledger.IsInFlight || IsDoubtful)
        {
            _losses++;
        }

        return IsDoubtful && _ledger.OpenCount > 0;
    }

    /// <returns>False where what is known became too old before its turn came, or where the request was too long.</returns>
    private async Task<bool> TryRoundAsync(CancellationToken token)
    {
        try
        {
            return await RoundAsync(token).ConfigureAwait(false);
        }
        catch (StaleStateException)
        {
            return false;
        }
    }

    private async Task<bool> RoundAsync(CancellationToken token)
    {
        await FreshenAsync(token).ConfigureAwait(false);
        var ids = IsDoubtful ? Repeatable() : _ledger.Open;
        if (ids.Count == 0)
        {
            return true;
        }

        // Once for all sendings of the batch: a later one carries the same IDs, or fewer of them.
        _entry ??= await run.JournalAsync(ids).ConfigureAwait(false);
        var hasBegun = false;
        var mayHaveTaken = true;
        try
        {
            var answer = await Operation.Attempt(run.Client, run.Call, ids, _result.Attempts + 1, Sending, token).ConfigureAwait(false);
            _ledger.IsInFlight = false;
            _result.RequestId = answer.RequestId;
            Read(ids, answer);
            return true;
        }
        catch (ZecException failure)
        {
            _result.Error = failure;
            _result.RequestId = failure.RequestId ?? _result.RequestId;
            mayHaveTaken = failure.OutcomeUnknown;
            _ledger.IsInFlight &= mayHaveTaken;
            if (failure.Aftermath == Aftermath.Refused && IsDoubtful)
            {
                _refused.UnionWith(ids);
            }

            if (!IsDoubtful && Operation.IsTooLong(failure, ids.Count))
            {
                Shorten(ids.Count);
                return false;
            }

            if (failure.Code != Operation.Kind.ServiceNotFoundCode || IsDoubtful)
            {
                throw;
            }

            await SetMissingApartAsync(failure, token).ConfigureAwait(false);
            if (_ledger.OpenCount > 0)
            {
                throw;
            }

            return true;
        }
        finally
        {
            if (hasBegun)
            {
                run.Sent.End(Operation, ids, run.Clock, mayHaveTaken);
            }
        }

        void Sending()
        {
            // Its turn may come a minute after it was looked at: the service let no more requests through. Or another command was faster.
            if (!run.Sent.TryBegin(Operation, ids, id => IsFresh(_ledger.Item(id))))
            {
                throw new StaleStateException();
            }

            _result.Attempts++;
            _ledger.IsInFlight = hasBegun = true;
        }
    }

    /// <summary>Keeps half of the IDs, and gives the others back to the run.</summary>
    private void Shorten(int refused)
    {
        run.Limit.Halve(refused);
        var others = _ledger.TakeOpenAfter(Math.Min(run.Limit.Of(Operation), refused / 2));
        _returned.UnionWith(others.Select(item => item.Id));
        run.Source.Return(others);
        _result.Error = null;
    }

    private void Read(IReadOnlyList<string> ids, BatchAnswer answer)
    {
        string[] failed = answer.FailedIds.Count == 0 ? [] : [.. ids.Intersect(answer.FailedIds, StringComparer.Ordinal)];
        _ledger.Succeed(failed.Length == 0 ? ids : ids.Except(failed, StringComparer.Ordinal));
        if (IsDoubtful)
        {
            // Refused now, perhaps because the attempt whose answer was lost had taken effect after all: that has to be settled.
            _refused.UnionWith(failed);
        }
        else
        {
            _result.Error = null;
            _ledger.Fail(failed, why: null);
        }
    }

    /// <summary>Looks at what has no fresh state, directly before it is sent.</summary>
    private async Task FreshenAsync(CancellationToken token)
    {
        WriteItem[] stale = [.. _ledger.OpenItems.Where(item => !IsFresh(item))];
        if (stale.Length == 0)
        {
            return;
        }

        if (IsDoubtful)
        {
            Judge(await run.Looks.LookAsync([.. stale.Select(item => item.Id)], isUrgent: true, token).ConfigureAwait(false));
        }
        else
        {
            _result.Error = await run.FirstLook.LookAsync(_ledger, stale, token).ConfigureAwait(false) ?? _result.Error;
        }
    }

    /// <summary>Whether an item may be sent by what is known of it; after a lost answer, only directly after a look at it.</summary>
    private bool IsFresh(WriteItem item) => IsDoubtful ? item.Stood is { } look && look.Age <= RunContext.Directly : run.FirstLook.IsFresh(item);

    /// <summary>Those that may be sent again after a lost answer: a look has just shown that they have not changed.</summary>
    private List<string> Repeatable() => Operation.Repeat != Repeat.AfterFreshLook || _result.Attempts >= run.Client.Options.MaximumAttempts
        ? []
        : [.. _ledger.OpenItems.Where(item => IsFresh(item) && !_refused.Contains(item.Id)).Select(item => item.Id)];

    /// <summary>Looks at the open IDs until each shows that it took, or may be sent again, or the settling time is over.</summary>
    private async Task SettleAsync(CancellationToken token)
    {
        _ledger.IsInFlight = true;
        var (lost, due) = (run.Clock.GetTimestamp(), TimeSpan.Zero);
        foreach (var pause in SettleSchedule.Pauses(run.Client.Options.SettleTimeout, _losses))
        {
            try
            {
                due += pause;
                await run.PauseAsync(pause).ConfigureAwait(false);
                var asked = run.Clock.GetElapsedTime(lost);
                Judge(await run.Looks.LookAsync(_ledger.Open, run.Stop.IsCancellationRequested, token).ConfigureAwait(false));

                // As the schedule says, unless a wish to stop cut the pause short.
                _result.SeenAfter = asked < due ? asked : due;
            }
            catch (Exception)
            {
                // Nobody waits any longer, or every further look would fail alike. The failure that led here is the one to report.
                break;
            }

            if (_ledger.OpenCount == 0 || run.Stop.IsCancellationRequested || Repeatable().Count > 0)
            {
                break;
            }
        }

        _ledger.IsInFlight = false;
    }

    /// <summary>Takes over what a look found: what took is done; of the rest it tells how it stands.</summary>
    private void Judge(IReadOnlyDictionary<string, string?> found)
    {
        var look = new Reading(run.Client);
        foreach (var item in _ledger.OpenItems.Where(item => found.ContainsKey(item.Id)).ToArray())
        {
            var fate = Operation.Settle.Judge(item.State, found[item.Id]);
            item.Stood = fate == Fate.Stands ? look : null;
            _lastSeen[item.Id] = found[item.Id];
            if (fate == Fate.Took)
            {
                _ledger.Succeed([item.Id]);
            }
        }
    }

    /// <summary>
    /// The documentation does not say whether an ID that is not there fails alone or fails the whole request. Where it fails all,
    /// nothing was carried out, and the others can go without it.
    /// </summary>
    private async Task SetMissingApartAsync(ZecException failure, CancellationToken token)
    {
        try
        {
            var found = await Operation.Kind.StateList.FindAsync(run.Client, run.Call, _ledger.Open, token).ConfigureAwait(false);
            string[] missing = [.. _ledger.Open.Where(id => !found.ContainsKey(id))];
            foreach (var id in missing)
            {
                _ledger.Fail([id], ZecServiceException.NotThere(Operation.Kind, id, failure));
            }

            failure.Aftermath = missing.Length > 0 ? Aftermath.NotCarriedOut : failure.Aftermath;
        }
        catch (ZecException)
        {
            // Then the refusal stands for all of them.
        }
    }

    /// <summary>Notes why the batch could not go on. Between two attempts the last one's failure tells more than that the time was up.</summary>
    private void Note(Exception failure, bool isOver = false)
    {
        var isLost = _ledger.IsInFlight &= failure is not NeverSentException;
        _result.Error = run.Explain(failure, isOver, isLost, _result.Error);
    }

    private void Close()
    {
        var isExplained = _ledger.OpenCount == 0 && _ledger.UnknownCount == 0;
        if (_ledger.IsInFlight || IsDoubtful)
        {
            // Lost once, it may still take effect.
            _ledger.Doubt(_ledger.Open, _lastSeen);
        }
        else if (_result.Attempts == 0 && run.Stop.IsCancellationRequested)
        {
            NeverSent = _ledger.TakeOpen();
        }
        else
        {
            _ledger.Fail(_ledger.Open, _result.Error);
        }

        _ledger.Tell(_result, Operation.Dependents is { } of ? item => of(run.Client, item) : null);
        if (isExplained && !_result.Failures.Any(failed => failed.Key == _result.Error))
        {
            _result.Error = null;
        }
    }
}
