namespace ZenlayerZec.Client.Batching;

/// <summary>
/// What this process has sent to things of one kind in one account. Thread-safe. Of very many, what is old is forgotten, which at worst costs a look
/// or leaves a thing out.
/// </summary>
internal sealed class SentThings
{
    /// <summary>Beyond this many, those are forgotten that are older than <see cref="Memory"/>.</summary>
    private const int ManyKept = 200_000;

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Sent> _sent = new(StringComparer.Ordinal);
    private long _releases;
    private int _nextCleaning = ManyKept;

    /// <summary>How many releases have completed. A look shows the effect of every release that had completed when the look began.</summary>
    public long Releases
    {
        get
        {
            lock (_sent)
            {
                return _releases;
            }
        }
    }

    /// <summary>
    /// Notes that a request is about to go out, unless another has changed meanwhile what allowed it. From here on nobody else takes what
    /// was read before for fresh.
    /// </summary>
    /// <param name="operation">What is to be sent.</param>
    /// <param name="ids">To what.</param>
    /// <param name="isFresh">Whether what is known of an ID still allows it. Nobody else begins or ends a request while it is asked.</param>
    /// <returns>False where it must not go out.</returns>
    public bool TryBegin(WriteOperation operation, IReadOnlyList<string> ids, Func<string, bool> isFresh)
    {
        lock (_sent)
        {
            if (!ids.All(isFresh))
            {
                return false;
            }

            Change(ids, sent => sent with { Releasing = sent.Releasing + (operation.Releases ? 1 : 0) });
            return true;
        }
    }

    /// <summary>Notes what came of the request.</summary>
    /// <param name="operation">What was sent.</param>
    /// <param name="ids">To what.</param>
    /// <param name="clock">The connection's clock.</param>
    /// <param name="mayHaveTaken">False where it was certainly not carried out.</param>
    public void End(WriteOperation operation, IReadOnlyList<string> ids, TimeProvider clock, bool mayHaveTaken)
    {
        var now = clock.GetTimestamp();
        lock (_sent)
        {
            var isRelease = operation.Releases && mayHaveTaken;
            _releases += isRelease ? 1 : 0;
            Change(ids, sent => sent with
            {
                Releasing = sent.Releasing - (operation.Releases ? 1 : 0),
                Released = isRelease ? _releases : sent.Released,
                PutToUse = !mayHaveTaken ? sent.PutToUse : operation.LeadsToUse ? now : operation.LeadsOutOfUse ? null : sent.PutToUse,
                Last = mayHaveTaken ? now : sent.Last,
            });
            Clean(clock);
        }
    }

    /// <summary>Whether a release of it has completed after a look began, or is on its way.</summary>
    /// <param name="id">Its ID.</param>
    /// <param name="releases">The number of <see cref="Releases"/> when the look began; 0 where there was no look.</param>
    public bool IsReleasedSince(string id, long releases)
        => Find(id) is { } sent && (sent.Released > releases || sent.Releasing > 0);

    /// <summary>Whether this process has changed it since it was read, so that what was read no longer says how it stands.</summary>
    /// <param name="id">Its ID.</param>
    /// <param name="since">When it was read, by the clock's time stamps.</param>
    public bool IsChangedSince(string id, long since) => Find(id) is { } sent && sent.Last > since;

    /// <summary>Whether a release of it is on its way.</summary>
    public bool IsBeingReleased(string id) => Find(id) is { Releasing: > 0 };

    /// <summary>Whether this process has put it to use since it was read, so that its being in use is no surprise.</summary>
    /// <param name="id">Its ID.</param>
    /// <param name="since">When it was read, by the clock's time stamps; null where that is unknown.</param>
    public bool WasPutToUse(string id, long? since)
        => Find(id) is { PutToUse: { } time } && !(time < since);

    private Sent? Find(string id)
    {
        lock (_sent)
        {
            return _sent.TryGetValue(id, out var sent) ? sent : null;
        }
    }

    /// <summary>Changes what is kept of IDs; the lock is held.</summary>
    private void Change(IReadOnlyList<string> ids, Func<Sent, Sent> change)
    {
        foreach (var id in ids)
        {
            _sent[id] = change(_sent.TryGetValue(id, out var sent) ? sent : default);
        }
    }

    /// <summary>Forgets what is old, where there is much; the lock is held.</summary>
    private void Clean(TimeProvider clock)
    {
        if (_sent.Count < _nextCleaning)
        {
            return;
        }

        foreach (var old in _sent.Where(sent => sent.Value.Releasing == 0 && clock.GetElapsedTime(sent.Value.Last) > Memory).ToArray())
        {
            _sent.Remove(old.Key);
        }

        _nextCleaning = Math.Max(ManyKept, _sent.Count * 2);
    }

    /// <summary>What was sent to one thing.</summary>
    /// <param name="Releasing">How many releases of it are on their way.</param>
    /// <param name="Released">The number of the last one that may have been carried out; 0 where there is none.</param>
    /// <param name="PutToUse">When something was sent that puts it to use; null where nothing was.</param>
    /// <param name="Last">When a request for it last ended that may have been carried out.</param>
    private readonly record struct Sent(int Releasing, long Released, long? PutToUse, long Last);
}
