namespace ZenlayerZec.Client.Transport;

/// <summary>Ends an attempt, or all attempts of a request, that take too long, and tells that apart from a caller who wants it ended.</summary>
internal sealed class AttemptBound : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _either;

    /// <param name="limit">How long it may take.</param>
    /// <param name="clock">What that is measured by.</param>
    /// <param name="caller">Ends it earlier.</param>
    public AttemptBound(TimeSpan limit, TimeProvider clock, CancellationToken caller)
    {
        Limit = limit;
        _caller = caller;
#if NET
        _limit = new CancellationTokenSource(limit, clock);
#else
        _limit = clock.CreateCancellationTokenSource(limit);
#endif
        _either = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, caller);
    }

    /// <summary>How long it may take.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Fires at the end, whoever brings it about.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Whether it took too long.</summary>
    public bool IsOver => _limit.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _either.Dispose();
        _limit.Dispose();
    }
}
