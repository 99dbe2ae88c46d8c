namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// Lets a cmdlet wait for asynchronous work and still write: PowerShell accepts output, errors and progress only on the pipeline's own
/// thread, so messages of other threads are queued and written here.
/// </summary>
internal sealed class PipelineThread : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Queue<Action> _posted = new();

    /// <summary>Canceled when the user stops the pipeline.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>Ends the work; from any thread.</summary>
    public void Stop()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The command ended while it was being stopped.
        }
    }

    /// <summary>
    /// Queues an action for the pipeline's thread; from any thread. What comes while that thread does something else, such as writing a result, is kept
    /// for the next wait.
    /// </summary>
    public void Post(Action say)
    {
        lock (_posted)
        {
            _posted.Enqueue(say);
            Monitor.Pulse(_posted);
        }
    }

    /// <summary>Starts work, and runs the actions that are posted until it completes.</summary>
    public T Wait<T>(Func<CancellationToken, Task<T>> work)
    {
        var isDone = false;

        // Started here, so that work that completes at once needs no other thread.
        var task = WorkAsync();
        try
        {
            while (Next() is { } say)
            {
                // A stopping pipeline accepts no output, and the requests in flight still have to complete.
                if (!Token.IsCancellationRequested)
                {
                    say();
                }
            }
        }
        catch
        {
            // Writing stopped the pipeline. The work ends and is waited for, because it accounts for what it did.
            Stop();
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
            throw;
        }

        return task.GetAwaiter().GetResult();

        Action? Next()
        {
            lock (_posted)
            {
                while (_posted.Count == 0 && !isDone)
                {
                    Monitor.Wait(_posted);
                }

                return _posted.Count > 0 ? _posted.Dequeue() : null;
            }
        }

        async Task<T> WorkAsync()
        {
            try
            {
                return await work(Token).ConfigureAwait(false);
            }
            finally
            {
                lock (_posted)
                {
                    isDone = true;
                    Monitor.Pulse(_posted);
                }
            }
        }
    }

    public void Dispose() => _cancellation.Dispose();
}
