using System.Collections.Concurrent;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// Lets a cmdlet wait for asynchronous work and still write: PowerShell accepts output, errors and progress only on the pipeline's own
/// thread, so messages of other threads are queued and written here.
/// </summary>
internal sealed class PipelineThread : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private BlockingCollection<Action>? _queue;

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

    /// <summary>Queues an action for the pipeline's thread; from any thread, while work is running.</summary>
    public void Post(Action say)
    {
        try
        {
            _queue?.Add(say);
        }
        catch (InvalidOperationException)
        {
            // The work ended meanwhile; nothing waits for this attempt.
        }
    }

    /// <summary>Starts work, and runs the actions that it posts until it completes.</summary>
    public T Wait<T>(Func<CancellationToken, Task<T>> work)
    {
        using var queue = _queue = new BlockingCollection<Action>();

        // Started here, so that work that completes at once needs no other thread.
        var task = WorkAsync();
        try
        {
            foreach (var say in queue.GetConsumingEnumerable())
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
        finally
        {
            _queue = null;
        }

        return task.GetAwaiter().GetResult();

        async Task<T> WorkAsync()
        {
            try
            {
                return await work(Token).ConfigureAwait(false);
            }
            finally
            {
                queue.CompleteAdding();
            }
        }
    }

    public void Dispose() => _cancellation.Dispose();
}
