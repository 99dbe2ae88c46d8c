namespace ZenlayerZec.Client.Batching;

/// <summary>Where each ID of a batch stands while the batch is under way: in exactly one place at any moment.</summary>
internal sealed class BatchLedger
{
    private readonly Dictionary<string, string?> _before;
    private readonly HashSet<string> _succeeded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    public BatchLedger(IReadOnlyList<KeyValuePair<string, string?>> batch)
    {
        _before = batch.ToDictionary(instance => instance.Key, instance => instance.Value, StringComparer.Ordinal);
        All = [.. batch.Select(instance => instance.Key)];
        Open = All;
    }

    public IReadOnlyList<string> All { get; }

    /// <summary>The IDs that are still to be carried out.</summary>
    public IReadOnlyList<string> Open { get; private set; }

    /// <summary>Whether a request for the open IDs is on its way.</summary>
    public bool IsInFlight { get; set; }

    /// <summary>Whether an answer for the open IDs was ever lost: what was sent then may still come to pass.</summary>
    public bool IsDoubtful { get; set; }

    public IReadOnlyList<string> Succeeded => [.. All.Where(_succeeded.Contains)];

    public IReadOnlyList<string> Failed => [.. All.Where(_failed.Contains)];

    public IReadOnlyList<string> Unknown => [.. All.Where(_unknown.Contains)];

    public string? Before(string id) => _before[id];

    public void Succeed(IEnumerable<string> ids) => Move(ids, _succeeded);

    public void Fail(IEnumerable<string> ids) => Move(ids, _failed);

    public void Doubt(IEnumerable<string> ids) => Move(ids, _unknown);

    private void Move(IEnumerable<string> ids, HashSet<string> to)
    {
        to.UnionWith(ids);
        Open = [.. Open.Where(id => !to.Contains(id))];
    }
}
