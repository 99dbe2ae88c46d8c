namespace ZenlayerZec.Connection;

/// <summary>The last writes of a session, in memory. Thread-safe.</summary>
internal sealed class OperationLog
{
    private const int MostKept = 1000;

    private readonly Queue<ZecOperation> _operations = new();

    /// <summary>The operations, the newest last.</summary>
    public IReadOnlyList<ZecOperation> Operations
    {
        get
        {
            lock (_operations)
            {
                return [.. _operations];
            }
        }
    }

    public void Add(ZecOperation operation)
    {
        lock (_operations)
        {
            _operations.Enqueue(operation);
            if (_operations.Count > MostKept)
            {
                _operations.Dequeue();
            }
        }
    }
}
