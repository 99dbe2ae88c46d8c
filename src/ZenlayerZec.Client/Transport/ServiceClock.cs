namespace ZenlayerZec.Client.Transport;

/// <summary>
/// The service's time, by this machine's clock and what the service's answers taught of the difference. Requests are signed
/// with it: the service refuses a signature that is over five minutes off.
/// </summary>
internal sealed class ServiceClock(TimeProvider clock)
{
    private static readonly TimeSpan Negligible = TimeSpan.FromSeconds(30);

    private long _offsetTicks;

    public DateTimeOffset Now => clock.GetUtcNow() + Offset;

    private TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>Takes over the service's time.</summary>
    /// <param name="serviceTime">The answer's Date.</param>
    /// <returns>False where the clocks agree already, so that signing again would change nothing.</returns>
    public bool Correct(DateTimeOffset serviceTime)
    {
        var offset = serviceTime - clock.GetUtcNow();
        if ((offset - Offset).Duration() < Negligible)
        {
            return false;
        }

        Interlocked.Exchange(ref _offsetTicks, offset.Ticks);
        return true;
    }
}
