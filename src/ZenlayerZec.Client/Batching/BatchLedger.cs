using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Batching;

/// <summary>Where each ID of a batch stands while the batch is under way: in exactly one place at any moment.</summary>
internal sealed class BatchLedger
{
    private readonly List<WriteItem> _all = [];
    private readonly Dictionary<string, WriteItem> _items = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _succeeded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ZecException?> _failed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _skipped = new(StringComparer.Ordinal);

    /// <summary>The IDs that are still to be carried out, in their order.</summary>
    public IReadOnlyList<string> Open => [.. Where(_open.Contains)];

    public int OpenCount => _open.Count;

    /// <summary>Whether a request for the open IDs is on its way, or they are being looked at after an answer was lost.</summary>
    public bool IsInFlight { get; set; }

    /// <summary>How many IDs it accounts for.</summary>
    public int Count => _all.Count;

    public int UnknownCount => _unknown.Count;

    public WriteItem Item(string id) => _items[id];

    public void Add(WriteItem item)
    {
        _all.Add(item);
        _items.Add(item.Id, item);
        _open.Add(item.Id);
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
            Close(id);
            _succeeded.Add(id);
        }
    }

    /// <summary>Notes IDs that were certainly not carried out.</summary>
    /// <param name="ids">The IDs.</param>
    /// <param name="why">Why; null where the service only named them, or the batch's own failure says it.</param>
    public void Fail(IEnumerable<string> ids, ZecException? why)
    {
        foreach (var id in ids)
        {
            Close(id);
            _failed.Add(id, why);
        }
    }

    public void Skip(string id, string reason)
    {
        Close(id);
        _skipped.Add(id, reason);
    }

    /// <summary>Notes IDs of which nobody can tell, with the state that each was last seen in.</summary>
    public void Doubt(IEnumerable<string> ids, IReadOnlyDictionary<string, string?> lastSeen)
    {
        foreach (var id in ids)
        {
            Close(id);
            _unknown.Add(id, lastSeen.TryGetValue(id, out var state) ? state : null);
        }
    }

    /// <summary>Takes out the IDs that no request has carried, for a run that ends before their turn.</summary>
    public IReadOnlyList<WriteItem> TakeOpen() => TakeOpenAfter(0);

    /// <summary>Takes out the open IDs after the first so many, which go with another request.</summary>
    public IReadOnlyList<WriteItem> TakeOpenAfter(int count)
    {
        WriteItem[] taken = [.. Open.Skip(count).Select(Item)];
        foreach (var item in taken)
        {
            _all.Remove(item);
            _items.Remove(item.Id);
            _open.Remove(item.Id);
        }

        return taken;
    }

    /// <summary>Writes the account into a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="dependents">What goes with an item and what stays; null where nothing is told of that.</param>
    public void Tell(ZecBatchResult result, Func<WriteItem, InstanceDependents>? dependents)
    {
        result.SucceededIds = Where(_succeeded.Contains).ToArray();
        result.FailedIds = Where(_failed.ContainsKey).ToArray();
        result.UnknownIds = Where(_unknown.ContainsKey).ToArray();
        result.SkippedIds = Where(_skipped.ContainsKey).ToArray();
        result.SkipReasons = _skipped;
        result.LastSeen = _unknown;
        result.Failures =
        [
            .. _failed.Where(failed => failed.Value is not null).GroupBy(failed => failed.Value!, failed => failed.Key)
                .Select(group => new KeyValuePair<ZecException, IReadOnlyList<string>>(group.Key, [.. group])),
        ];
        if (dependents is not null)
        {
            result.TellDependents(_succeeded.ToDictionary(id => id, id => dependents(_items[id]), StringComparer.Ordinal));
        }
    }

    private void Close(string id)
    {
        if (!_open.Remove(id))
        {
            throw new InvalidOperationException($"{id} is not open.");
        }
    }

    private IEnumerable<string> Where(Func<string, bool> isIn) => _all.Select(item => item.Id).Where(isIn);
}
