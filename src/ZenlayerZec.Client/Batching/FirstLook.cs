using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// The look before something is destroyed. What comes as text, out of a file, or from a listing of some time ago may stand differently
/// now: in the recycle bin, where a release destroys it for good, or in use again.
/// </summary>
/// <param name="client">The connection.</param>
/// <param name="operation">What is to be done.</param>
/// <param name="call">Options for the calls.</param>
/// <param name="upcoming">The next items of the run; null where there is no run.</param>
internal sealed class FirstLook(ZecClient client, WriteOperation operation, ZecCallOptions call, Func<int, IReadOnlyList<WriteItem>>? upcoming = null)
{
    /// <summary>How old a state may be when the request goes out, counted from the arrival of the answer that it came in.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private static readonly IReadOnlyDictionary<string, string> NoDifferences = new Dictionary<string, string>();

    private readonly object _gate = new();
    private readonly Protection _protection = new(client, operation);
    private readonly SentThings _sent = client.SentTo(operation.Kind);

    private ResourceKind Kind => operation.Kind;

    /// <summary>Whether the state of an item is known well enough for it to be sent.</summary>
    public bool IsFresh(WriteItem item) => !operation.LooksFirst
        || ((operation.Compare is null || item.IsLooked)
            && (!Kind.HasStates || item.State is { Length: > 0 })
            && (item.State is null || operation.Refusal(item.State) is null)
            && item.Reading is { } reading
            && reading.Age <= Fresh
            && (!_protection.IsOn || item.IsKnownUnprotected)
            && !_sent.IsReleasedSince(item.Id, item.LookedAfter));

    /// <summary>Looks at items, and leaves open only those that may be sent by what it finds.</summary>
    /// <param name="ledger">Where they stand.</param>
    /// <param name="items">The items.</param>
    /// <param name="cancellationToken">Cancels the look.</param>
    /// <returns>Why the look failed; all items have failed then. Null where it did not.</returns>
    public async Task<ZecException?> LookAsync(BatchLedger ledger, IReadOnlyList<WriteItem> items, CancellationToken cancellationToken)
    {
        items = await TakeForeseenAsync(ledger, items).ConfigureAwait(false);
        if (items.Count == 0)
        {
            return null;
        }

        string[] ids = [.. items.Select(item => item.Id)];
        var told = new TaskCompletionSource<Sight?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Sight? sight = null;
        var releases = _sent.Releases;
        try
        {
            var list = _protection.IsOn || operation.LooksWhole ? Kind.List : Kind.StateList;
            var found = await list.FindAsync(client, call, [.. ids, .. Ahead(Kind.MostIds - ids.Length, told.Task)], cancellationToken).ConfigureAwait(false);
            var reading = new Reading(client);
            sight = new Sight(
                found, reading, releases, operation.Compare is { } compare ? await compare(client, call, found, cancellationToken).ConfigureAwait(false) : NoDifferences);
        }
        catch (Exception failure) when (!(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            var known = failure as ZecException ?? client.Unexpected(failure, wasSent: false);

            // Only a read failed: nothing was changed, whatever became of it.
            known.Aftermath = known.Aftermath == Aftermath.Unknown ? Aftermath.NotCarriedOut : known.Aftermath;
            ledger.Fail(ids, known);
            return known;
        }
        finally
        {
            // Where it failed, the others look for themselves.
            told.TrySetResult(sight);
        }

        foreach (var item in items)
        {
            Judge(ledger, item, sight);
        }

        return null;
    }

    /// <summary>Judges those that a look for another request has shown a moment ago.</summary>
    /// <returns>The others.</returns>
    private async Task<IReadOnlyList<WriteItem>> TakeForeseenAsync(BatchLedger ledger, IReadOnlyList<WriteItem> items)
    {
        var left = new List<WriteItem>();
        foreach (var item in items)
        {
            var sight = item.Ahead is { } look ? await look.ConfigureAwait(false) : null;
            item.Ahead = null;
            if (sight is not null && sight.Reading.Age <= Fresh && !_sent.IsReleasedSince(item.Id, sight.Releases))
            {
                Judge(ledger, item, sight);
            }
            else
            {
                left.Add(item);
            }
        }

        return left;
    }

    /// <summary>The next items of the run that need a look, too, where a request names fewer IDs than a look can.</summary>
    private IEnumerable<string> Ahead(int most, Task<Sight?> look)
    {
        if (upcoming is null || operation.BatchSize >= Kind.MostIds)
        {
            return [];
        }

        lock (_gate)
        {
            WriteItem[] next = [.. upcoming(most).Where(item => item.SkipReason is null && item.Failure is null && item.Ahead is null && !IsFresh(item))];
            foreach (var item in next)
            {
                item.Ahead = look;
            }

            return [.. next.Select(item => item.Id)];
        }
    }

    private void Judge(BatchLedger ledger, WriteItem item, Sight sight)
    {
        var found = sight.Found.TryGetValue(item.Id, out var thing) ? thing : null;
        var tags = found is not null && _protection.IsOn ? Kind.TagsOf(found) : null;
        if (found is null && operation.IsDoneWhenGone)
        {
            ledger.Succeed([item.Id]);
        }
        else if (found is null)
        {
            ledger.Fail([item.Id], ZecServiceException.NotThere(Kind, item.Id, said: null));
        }
        else if (tags is not null && _protection.ReasonToSkip(tags) is { } protectedBy)
        {
            // Before the state: what is protected is left alone in the recycle bin, too.
            ledger.Skip(item.Id, protectedBy);
        }
        else if (Kind.Stands(found) is not { Length: > 0 } state)
        {
            ledger.Fail([item.Id], ZecServiceException.NoState(Kind, item.Id));
        }
        else if ((operation.SkipReason(state) ?? operation.SkipThing(found) ?? Releasing(item) ?? Wanted(item, state) ?? Difference(item, sight)) is { } reason)
        {
            ledger.Skip(item.Id, reason);
        }
        else if (operation.Refusal(state) is { } refusal)
        {
            ledger.Fail([item.Id], ZecServiceException.WrongState(Kind, item.Id, state, refusal));
        }
        else if (_protection.IsOn && tags is null)
        {
            ledger.Fail([item.Id], ZecServiceException.NoTags(Kind, item.Id));
        }
        else
        {
            item.LookedAt(found, state, sight.Reading, isUnprotected: tags is not null, sight.Releases);
        }
    }

    private static string? Difference(WriteItem item, Sight sight) => sight.Differences.TryGetValue(item.Id, out var difference) ? difference : null;

    /// <summary>Another command's release of it is on its way: a second release would meet it in the recycle bin.</summary>
    private string? Releasing(WriteItem item)
        => operation.Releases && _sent.IsBeingReleased(item.Id) ? "is already being released" : null;

    /// <summary>
    /// Somebody may need it again: it was off when it was read, and is in use now although this process did not put it to use; or it was in
    /// the recycle bin, and is not any more.
    /// </summary>
    private string? Wanted(WriteItem item, string state) => item.State is { Length: > 0 } before
        && (Kind.States.IsInBin(before)
            ? !Kind.States.IsInBin(state)
            : !Kind.States.IsInUse(before)
                && Kind.States.IsInUse(state)
                && !_sent.WasPutToUse(item.Id, item.Reading?.Arrived))
            ? $"was {before} when it was read, and is {state} now"
            : null;
}
