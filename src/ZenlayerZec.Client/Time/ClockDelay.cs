namespace ZenlayerZec.Client.Time;

/// <summary>Waiting by a clock, as either edition has it.</summary>
internal static class ClockDelay
{
    public static Task DelayAsync(this TimeProvider clock, TimeSpan time, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(time, clock, cancellationToken);
#else
        clock.Delay(time, cancellationToken);
#endif
}
