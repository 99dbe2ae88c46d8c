using System.Collections.Concurrent;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// Lets a cmdlet wait for asynchronous work and still write: PowerShell takes output, errors and progress from the pipeline's
/// own thread only, so what other threads have to say is queued and said here.
/// </summary>
internal sealed class PipelineThread : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private BlockingCollection<Action>? _queue;

    /// <summary>Cancelled when the user stops the pipeline.</summary>
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

    /// <summary>Has something said on the pipeline's thread; from any thread, while there is work.</summary>
    public void Post(Action say)
    {
        try
        {
            _queue?.Add(say);
        }
        catch (InvalidOperationException)
        {
            // The work ended meanwhile; an attempt that nobody waits for any more has nothing to say.
        }
    }

    /// <summary>Begins work, and says here what it posts until it is done.</summary>
    public T Wait<T>(Func<CancellationToken, Task<T>> work)
    {
        using var queue = _queue = new BlockingCollection<Action>();

        // Begun here, so that what is there already costs no other thread.
        var task = WorkAsync();
        try
        {
            foreach (var say in queue.GetConsumingEnumerable())
            {
                // A pipeline that is being stopped takes nothing any more, and what is under way still has to come home.
                if (!Token.IsCancellationRequested)
                {
                    say();
                }
            }
        }
        catch
        {
            // Saying it stopped the pipeline. The work ends, and is waited for: it accounts for what it did.
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
