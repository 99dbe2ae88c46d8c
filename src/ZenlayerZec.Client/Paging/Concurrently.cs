namespace ZenlayerZec.Client.Paging;

/// <summary>Runs numbered work a few at a time.</summary>
internal static class Concurrently
{
    /// <summary>
    /// Runs work for each number and hands on the outcomes in order, until all are done or one is the last that is wanted. Holds only
    /// what has come and was not handed on yet, whatever the count.
    /// </summary>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="most">How many run at a time.</param>
    /// <param name="work">The work for a number, from 0.</param>
    /// <param name="take">Takes the next outcome; returns whether another is wanted.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static async Task RunAsync<T>(
        int count, int most, Func<int, CancellationToken, Task<T>> work, Func<T, bool> take, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var gate = new SemaphoreSlim(most);
        var started = new Queue<Task<T>>();
        var next = 0;
        try
        {
            do
            {
                // As many again as may run, so that one slow outcome at the head does not stop the others.
                while (next < count && started.Count < 2L * most)
                {
                    started.Enqueue(RunOneAsync(next++));
                }
            }
            while (started.Count > 0 && take(await started.Dequeue().ConfigureAwait(false)));
        }
        finally
        {
            end.Cancel();
            await Task.WhenAll(started.Select(EndAsync)).ConfigureAwait(false);
        }

        async Task<T> RunOneAsync(int number)
        {
            await gate.WaitAsync(end.Token).ConfigureAwait(false);
            try
            {
                return await work(number, end.Token).ConfigureAwait(false);
            }
            finally
            {
                gate.Release();
            }
        }
    }

    /// <summary>Runs work for parts of a list of at most so many items, and hands on the outcomes in order.</summary>
    /// <param name="all">The list.</param>
    /// <param name="size">The most items of a part.</param>
    /// <param name="most">How many parts run at a time.</param>
    /// <param name="work">The work for a part.</param>
    /// <param name="take">Takes the next outcome.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static Task InPartsAsync<TItem, T>(
        IReadOnlyList<TItem> all,
        int size,
        int most,
        Func<IReadOnlyList<TItem>, CancellationToken, Task<T>> work,
        Action<T> take,
        CancellationToken cancellationToken) => RunAsync(
            (all.Count + size - 1) / size,
            most,
            (index, token) => work([.. all.Skip(index * size).Take(size)], token),
            outcome =>
            {
                take(outcome);
                return true;
            },
            cancellationToken);

    /// <summary>Waits for work whose outcome nobody wants any more.</summary>
    private static Task EndAsync(Task work) => work.ContinueWith(
        static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
