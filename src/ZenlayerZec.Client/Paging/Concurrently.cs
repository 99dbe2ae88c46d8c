namespace ZenlayerZec.Client.Paging;

/// <summary>Reads many things a few at a time.</summary>
internal static class Concurrently
{
    /// <summary>Does a work for each number, so many at a time; the first failure ends the others.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="most">How many at a time.</param>
    /// <param name="work">What to do for a number, from 0.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The outcomes in the order of the numbers.</returns>
    public static async Task<T[]> RunAsync<T>(
        int count, int most, Func<int, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var outcomes = new T[count];
        var taken = -1;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(count, most)).Select(_ => WorkAsync())).ConfigureAwait(false);
        return outcomes;

        async Task WorkAsync()
        {
            try
            {
                for (var next = Interlocked.Increment(ref taken); next < count; next = Interlocked.Increment(ref taken))
                {
                    outcomes[next] = await work(next, end.Token).ConfigureAwait(false);
                }
            }
            catch
            {
                end.Cancel();
                throw;
            }
        }
    }
}
