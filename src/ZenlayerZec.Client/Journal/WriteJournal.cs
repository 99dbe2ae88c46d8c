using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Journal;

/// <summary>
/// What a process asks to change, in a file that outlives the process: a line before each request, and one after it. It never keeps a
/// request from being sent: where a line cannot be written, or not within a second, the process writes no more of them. Thread-safe.
/// </summary>
/// <param name="folder">Gives the folder; null where there is none.</param>
/// <param name="isOff">Whether the user has turned the journal off.</param>
internal sealed class WriteJournal(Func<string?> folder, Func<bool> isOff)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource<bool> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private JournalWorker? _worker;
    private long _count;
    private int _isPruned;
    private string? _warning;

    /// <summary>The folder to read; null where there is none, or the user has turned the journal off.</summary>
    public string? Folder => isOff() ? null : folder();

    /// <summary>Opens the file, where that is not in the folder.</summary>
    public Func<JournalFile>? Open { get; init; }

    /// <summary>Whether changes are written.</summary>
    public bool IsWritten => !_failed.Task.IsCompleted && !isOff();

    /// <summary>Writes that a change is about to be sent, and waits until the operating system has it, though no longer than a second.</summary>
    /// <param name="intent">The change.</param>
    /// <returns>Where its outcome is to be written; null where the journal is not written.</returns>
    public async Task<JournalEntry?> BeginAsync(JournalIntent intent)
    {
        if (!IsWritten)
        {
            return null;
        }

        try
        {
            var number = Interlocked.Increment(ref _count);
            await WriteAsync(JournalText.Intent(number, intent)).ConfigureAwait(false);
            Prune();
            return new JournalEntry(this, number);
        }
        catch (Exception e)
        {
            Fail(e.Message);
            return null;
        }
    }

    /// <summary>Writes what is known of things without a request: that they were never sent, or that a look showed them done.</summary>
    /// <param name="intent">What was to be done.</param>
    /// <param name="outcome">What became of it.</param>
    /// <returns>Whether it was written.</returns>
    public async Task<bool> NoteAsync(JournalIntent intent, JournalOutcome outcome)
    {
        if (!IsWritten)
        {
            return false;
        }

        try
        {
            var number = Interlocked.Increment(ref _count);
            return await WriteAsync([.. JournalText.Intent(number, intent), .. JournalText.Outcome(number, outcome)]).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Fail(e.Message);
            return false;
        }
    }

    /// <summary>
    /// What a person should know: that the journal is no longer written, and why. It is told once; null where there is nothing to tell.
    /// </summary>
    public string? TakeWarning() => Interlocked.Exchange(ref _warning, null);

    /// <summary>Writes an outcome.</summary>
    /// <returns>Whether it is certain that it was written.</returns>
    internal async Task<bool> EndAsync(long number, JournalOutcome outcome)
    {
        try
        {
            return await WriteAsync(JournalText.Outcome(number, outcome)).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Fail(e.Message);
            return false;
        }
    }

    private JournalWorker Worker()
    {
        lock (_gate)
        {
            return _worker ??= new JournalWorker(Open ?? Create);
        }
    }

    private JournalFile Create() => JournalFile.Create(folder() ?? throw new IOException("This user has no folder for it."));

    /// <summary>Waits for lines to be written: until they are, until nobody waits any more since others could not be, or for a second.</summary>
    /// <returns>Whether they are written; else they may still be later.</returns>
    private async Task<bool> WriteAsync(byte[] lines)
    {
        var written = Worker().WriteAsync(lines);
        if (written.IsCompleted || !_failed.Task.IsCompleted)
        {
            using var late = new CancellationTokenSource();
            await Task.WhenAny(written, _failed.Task, Task.Delay(Patience, late.Token)).ConfigureAwait(false);
            late.Cancel();

            // A busy process may come to this long after the line was written.
            if (written.IsCompleted)
            {
                await written.ConfigureAwait(false);
                return true;
            }

            if (!_failed.Task.IsCompleted)
            {
                Fail("It took more than a second.");
            }
        }

        return false;
    }

    private void Fail(string why)
    {
        if (_failed.TrySetResult(true))
        {
            _warning = VisibleText.Of(
                $"The journal of changes in {folder() ?? "the user's state folder"} could not be written, so this process writes nothing more to it: {why} "
                + "All requests were sent all the same. Get-ZecOperation shows the changes of this process here, but other processes cannot see them.");
        }
    }

    private void Prune()
    {
        if (Interlocked.Exchange(ref _isPruned, 1) == 0 && folder() is { } place)
        {
            _ = Task.Run(() => JournalPruning.Prune(place, DateTime.UtcNow));
        }
    }
}
