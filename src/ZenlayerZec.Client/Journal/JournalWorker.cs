namespace ZenlayerZec.Client.Journal;

/// <summary>
/// The one thread that touches the journal's file. To open or to write a file can take for ever, as with a pipe that nobody reads or a
/// file server that is away, and cannot be called off: whoever has lines to write waits for this thread as long as suits, and goes on.
/// </summary>
/// <param name="open">Opens the file.</param>
internal sealed class JournalWorker(Func<JournalFile> open)
{
    /// <summary>How long the thread waits for more to do.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly Queue<(byte[] Lines, TaskCompletionSource<bool> Written)> _queue = new();
    private bool _isRunning;
    private JournalFile? _file;
    private Exception? _fault;

    /// <summary>Has lines written, after all that were given before.</summary>
    /// <param name="lines">The lines.</param>
    /// <returns>Completes when the operating system has them; fails where they could not be written.</returns>
    public Task WriteAsync(byte[] lines)
    {
        var written = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_queue)
        {
            _queue.Enqueue((lines, written));
            Monitor.Pulse(_queue);
            if (!_isRunning)
            {
                _isRunning = true;
                new Thread(Run) { IsBackground = true, Name = "ZenlayerZec journal" }.Start();
            }
        }

        return written.Task;
    }

    private void Run()
    {
        while (Next() is { Length: > 0 } next)
        {
            try
            {
                Write(next.Length == 1 ? next[0].Lines : [.. next.SelectMany(line => line.Lines)]);
                Array.ForEach(next, line => line.Written.SetResult(true));
            }
            catch (Exception e)
            {
                Array.ForEach(next, line => Fail(line.Written, e));
            }
        }
    }

    /// <summary>All that is to be written now; empty where nothing has been for a while.</summary>
    private (byte[] Lines, TaskCompletionSource<bool> Written)[] Next()
    {
        lock (_queue)
        {
            if (_queue.Count == 0)
            {
                Monitor.Wait(_queue, Idle);
            }

            (byte[], TaskCompletionSource<bool>)[] next = [.. _queue];
            _queue.Clear();
            _isRunning = next.Length > 0;
            return next;
        }
    }

    private void Write(byte[] lines)
    {
        if (_fault is not null)
        {
            throw _fault;
        }

        if (_file is null)
        {
            try
            {
                _file = open();
            }
            catch (Exception e)
            {
                _fault = e;
                throw;
            }

            lines = [.. JournalText.Process(ProcessIdentity.Current), .. lines];
        }

        _file.Write(lines);
    }

    private static void Fail(TaskCompletionSource<bool> written, Exception why)
    {
        written.SetException(why);

        // Nobody may be waiting any more.
        _ = written.Task.Exception;
    }
}
