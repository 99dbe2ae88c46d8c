using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// The look before something is destroyed. What comes as text, out of a file, or from a listing of some time ago may stand differently
/// now: in the recycle bin, where a release destroys it for good, or in use again.
/// </summary>
/// <param name="client">The connection.</param>
/// <param name="operation">What is to be done.</param>
/// <param name="call">Options for the calls.</param>
internal sealed class FirstLook(ZecClient client, WriteOperation operation, ZecCallOptions call)
{
    /// <summary>How old a state may be when the request goes out, counted from the arrival of the answer that it came in.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly Protection _protection = new(client, operation);

    private string Identity => client.Options.Identity;

    private SentActions Sent => client.Options.Sent;

    /// <summary>Whether the state of an item is known well enough for it to be sent.</summary>
    public bool IsFresh(WriteItem item) => !operation.LooksFirst
        || (item.State is { Length: > 0 }
            && item.Reading is { } reading
            && reading.Age <= Fresh
            && (!_protection.IsOn || item.IsKnownUnprotected)
            && !Sent.IsReleasedSince(Identity, operation.Resource.Noun, item.Id, item.LookedAfter));

    /// <summary>Looks at items, and leaves open only those that may be sent by what it finds.</summary>
    /// <param name="ledger">Where they stand.</param>
    /// <param name="items">The items.</param>
    /// <param name="cancellationToken">Cancels the look.</param>
    /// <returns>Why the look failed; all items have failed then. Null where it did not.</returns>
    public async Task<ZecException?> LookAsync(BatchLedger ledger, IReadOnlyList<WriteItem> items, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, Standing> found;
        string[] ids = [.. items.Select(item => item.Id)];
        var releases = Sent.Releases;
        try
        {
            found = await operation.Resource.StandAsync(client, call, ids, _protection.IsOn, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            var known = failure as ZecException ?? client.Unexpected(failure, wasSent: false);

            // Only a read failed: nothing was changed, whatever became of it.
            known.Aftermath = known.Aftermath == Aftermath.Unknown ? Aftermath.NotCarriedOut : known.Aftermath;
            ledger.Fail(ids, known);
            return known;
        }

        var reading = new Reading(client);
        foreach (var item in items)
        {
            Judge(ledger, item, found.TryGetValue(item.Id, out var standing) ? standing : null, reading, releases);
        }

        return null;
    }

    private void Judge(BatchLedger ledger, WriteItem item, Standing? found, Reading reading, long releases)
    {
        if (found is not { } standing)
        {
            ledger.Fail([item.Id], ZecServiceException.NotThere(operation.Resource, item.Id, said: null));
        }
        else if (standing.Tags is { } tags && _protection.ReasonToSkip(tags) is { } protectedBy)
        {
            // Before the state: what is protected is left alone in the recycle bin, too.
            ledger.Skip(item.Id, protectedBy);
        }
        else if (standing.State is not { Length: > 0 } state)
        {
            ledger.Fail([item.Id], ZecServiceException.NoState(operation.Resource, item.Id));
        }
        else if ((operation.SkipReason(state) ?? Releasing(item) ?? Wanted(item, state)) is { } reason)
        {
            ledger.Skip(item.Id, reason);
        }
        else if (_protection.IsOn && standing.Tags is null)
        {
            ledger.Fail([item.Id], ZecServiceException.NoTags(operation.Resource, item.Id));
        }
        else
        {
            item.LookedAt(state, reading, isUnprotected: standing.Tags is not null, releases);
        }
    }

    /// <summary>Another command's release of it is on its way: a second release would meet it in the recycle bin.</summary>
    private string? Releasing(WriteItem item)
        => operation.Releases && Sent.IsBeingReleased(Identity, operation.Resource.Noun, item.Id) ? "is already being released" : null;

    /// <summary>
    /// Somebody may need it again: it was off when it was read, and is in use now although this process did not put it to use; or it was in
    /// the recycle bin, and is not any more.
    /// </summary>
    private string? Wanted(WriteItem item, string state) => item.State is { Length: > 0 } before
        && (operation.Resource.IsInBin(before)
            ? !operation.Resource.IsInBin(state)
            : !operation.Resource.IsInUse(before)
                && operation.Resource.IsInUse(state)
                && !Sent.WasPutToUse(Identity, operation.Resource.Noun, item.Id, item.Reading?.Arrived))
            ? $"was {before} when it was read, and is {state} now"
            : null;
}
