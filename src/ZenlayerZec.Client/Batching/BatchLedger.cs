using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Batching;

/// <summary>Where each ID of a batch stands while the batch is under way: in exactly one place at any moment.</summary>
/// <param name="usual">How many IDs it has at the most, unless some are left out.</param>
internal sealed class BatchLedger(int usual)
{
    private readonly List<Entry> _all = new(usual);
    private readonly Dictionary<string, Entry> _entries = new(usual, StringComparer.Ordinal);

    private enum Place
    {
        Open,
        Succeeded,
        Failed,
        Unknown,
        Skipped,
    }

    /// <summary>The IDs that are still to be carried out, in their order.</summary>
    public IReadOnlyList<string> Open => In(Place.Open);

    /// <summary>The same with what is known of each.</summary>
    public IEnumerable<WriteItem> OpenItems => Entries(Place.Open).Select(entry => entry.Item);

    /// <summary>How many IDs are still to be carried out.</summary>
    public int OpenCount { get; private set; }

    /// <summary>Whether a request for the open IDs is on its way, or they are being looked at after an answer was lost.</summary>
    public bool IsInFlight { get; set; }

    /// <summary>How many IDs it accounts for.</summary>
    public int Count => _all.Count;

    /// <summary>Of how many IDs nobody can tell.</summary>
    public int UnknownCount => Entries(Place.Unknown).Count();

    public WriteItem Item(string id) => _entries[id].Item;

    public void Add(WriteItem item)
    {
        var entry = new Entry(item);
        _entries.Add(item.Id, entry);
        _all.Add(entry);
        OpenCount++;
        if (item.SkipReason is { } reason)
        {
            Skip(item.Id, reason);
        }
        else if (item.Failure is { } failure)
        {
            Fail([item.Id], failure);
        }
    }

    public void Succeed(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            Close(id, Place.Succeeded);
        }
    }

    /// <summary>Notes IDs that were certainly not carried out.</summary>
    /// <param name="ids">The IDs.</param>
    /// <param name="why">Why; null where the service only named them, or the batch's own failure says it.</param>
    public void Fail(IEnumerable<string> ids, ZecException? why)
    {
        foreach (var id in ids)
        {
            Close(id, Place.Failed).Failure = why;
        }
    }

    public void Skip(string id, string reason) => Close(id, Place.Skipped).Text = reason;

    /// <summary>Notes IDs of which nobody can tell, with the state that each was last seen in.</summary>
    public void Doubt(IEnumerable<string> ids, IReadOnlyDictionary<string, string?> lastSeen)
    {
        foreach (var id in ids)
        {
            Close(id, Place.Unknown).Text = lastSeen.TryGetValue(id, out var state) ? state : null;
        }
    }

    /// <summary>Takes out the IDs that no request has carried, for a run that ends before their turn.</summary>
    public IReadOnlyList<WriteItem> TakeOpen() => TakeOpenAfter(0);

    /// <summary>Takes out the open IDs after the first so many, which go with another request.</summary>
    public IReadOnlyList<WriteItem> TakeOpenAfter(int count)
    {
        WriteItem[] taken = [.. OpenItems.Skip(count)];
        foreach (var item in taken)
        {
            _all.Remove(_entries[item.Id]);
            _entries.Remove(item.Id);
        }

        OpenCount -= taken.Length;
        return taken;
    }

    /// <summary>Writes the account into a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="dependents">What goes with an item and what stays; null where nothing is told of that.</param>
    public void Tell(ZecBatchResult result, Func<WriteItem, InstanceDependents>? dependents)
    {
        result.SucceededIds = In(Place.Succeeded);
        result.FailedIds = In(Place.Failed);
        result.UnknownIds = In(Place.Unknown);
        result.SkippedIds = In(Place.Skipped);
        result.SkipReasons = Entries(Place.Skipped).ToDictionary(entry => entry.Item.Id, entry => entry.Text!, StringComparer.Ordinal);
        result.LastSeen = Entries(Place.Unknown).ToDictionary(entry => entry.Item.Id, entry => entry.Text, StringComparer.Ordinal);
        result.Failures =
        [
            .. Entries(Place.Failed).Where(entry => entry.Failure is not null).GroupBy(entry => entry.Failure!, entry => entry.Item.Id)
                .Select(group => new KeyValuePair<ZecException, IReadOnlyList<string>>(group.Key, [.. group])),
        ];
        if (dependents is not null)
        {
            WriteItem[] succeeded = [.. Entries(Place.Succeeded).Select(entry => entry.Item)];
            result.TellDependents(() => succeeded.Select(item => new KeyValuePair<string, InstanceDependents>(item.Id, dependents(item))));
        }
    }

    private Entry Close(string id, Place place)
    {
        if (!_entries.TryGetValue(id, out var entry) || entry.Place != Place.Open)
        {
            throw new InvalidOperationException($"{id} is not open.");
        }

        OpenCount--;
        entry.Place = place;
        return entry;
    }

    private string[] In(Place place) => [.. Entries(place).Select(entry => entry.Item.Id)];

    private IEnumerable<Entry> Entries(Place place) => _all.Where(entry => entry.Place == place);

    /// <summary>An ID, and where it stands.</summary>
    private sealed class Entry(WriteItem item)
    {
        public WriteItem Item { get; } = item;

        public Place Place { get; set; }

        /// <summary>Why it failed, where more is known than that it did.</summary>
        public ZecException? Failure { get; set; }

        /// <summary>Why it was left out, or the state that it was last seen in.</summary>
        public string? Text { get; set; }
    }
}
