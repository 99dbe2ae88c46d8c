namespace ZenlayerZec.Connection;

/// <summary>
/// What a process has asked to change, in memory. Thread-safe. So that a long run does not fill the memory, the oldest go where there are
/// too many: first of all those that succeeded. One that leaves a question open, because its outcome is unknown or because it was
/// never sent, is kept as long as the process lives.
/// </summary>
internal sealed class OperationLog
{
    private const int MostSucceeded = 1000;
    private const int MostFailed = 10_000;

    private readonly object _gate = new();
    private readonly Queue<Entry> _succeeded = new();
    private readonly Queue<Entry> _failed = new();
    private readonly Queue<Entry> _open = new();
    private long _count;

    /// <summary>The operations, the newest last.</summary>
    public IReadOnlyList<ZecOperation> Operations
    {
        get
        {
            lock (_gate)
            {
                return [.. _succeeded.Concat(_failed).Concat(_open).OrderBy(entry => entry.Number).Select(entry => entry.Operation)];
            }
        }
    }

    public void Add(ZecOperation operation)
    {
        lock (_gate)
        {
            var (queue, most) = operation switch
            {
                { IsOpen: true } => (_open, int.MaxValue),
                { Outcome: ZecOperation.SucceededOutcome } => (_succeeded, MostSucceeded),
                _ => (_failed, MostFailed),
            };
            queue.Enqueue(new Entry(_count++, operation));
            if (queue.Count > most)
            {
                queue.Dequeue();
            }
        }
    }

    private readonly record struct Entry(long Number, ZecOperation Operation);
}
