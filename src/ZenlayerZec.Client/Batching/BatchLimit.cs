namespace ZenlayerZec.Client.Batching;

/// <summary>
/// How many IDs a request of a run names. Where the API documents no limit, the service shows it by refusing a request for its length. Thread-safe.
/// </summary>
internal sealed class BatchLimit
{
    private volatile int _most = int.MaxValue;

    /// <summary>The most IDs that a request may name now.</summary>
    /// <param name="operation">What the request does.</param>
    public int Of(WriteOperation operation) => Math.Min(operation.BatchSize, _most);

    /// <summary>Notes that a request of so many IDs was refused for its length: from now on requests name half as many.</summary>
    /// <param name="refused">How many IDs it named.</param>
    public void Halve(int refused) => _most = Math.Max(1, Math.Min(_most, refused / 2));
}
