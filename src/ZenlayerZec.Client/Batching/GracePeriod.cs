namespace ZenlayerZec.Client.Batching;

/// <summary>
/// What comes between a wish to stop and the end: a request in flight gets some seconds to complete, so that what it did is
/// known; where nothing is in flight the end comes at once.
/// </summary>
internal sealed class GracePeriod : IDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenRegistration _wish;
    private ITimer? _timer;

    /// <param name="clock">What the seconds are counted by.</param>
    /// <param name="isInFlight">Whether a request is on its way.</param>
    /// <param name="stop">The wish to stop.</param>
    public GracePeriod(TimeProvider clock, Func<bool> isInFlight, CancellationToken stop)
        => _wish = stop.Register(() =>
        {
            try
            {
                if (isInFlight())
                {
                    _timer = clock.CreateTimer(_ => End(), null, Length, Timeout.InfiniteTimeSpan);
                    return;
                }
            }
            catch (Exception)
            {
                // Where the seconds cannot be counted, there are none: nobody else would end what is in flight.
            }

            _end.Cancel();
        });

    /// <summary>Fires at the end.</summary>
    public CancellationToken Token => _end.Token;

    private void End()
    {
        try
        {
            _end.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The request came home while the time was running out. Nobody else would catch this on the timer's thread.
        }
    }

    public void Dispose()
    {
        _wish.Dispose();
        _timer?.Dispose();
        _end.Dispose();
    }
}
