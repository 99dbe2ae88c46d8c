namespace ZenlayerZec.Tests.Client;

/// <summary>A machine's clock that shows the wrong time, and goes as fast as the right one.</summary>
/// <param name="clock">The right one.</param>
/// <param name="by">How far it is off.</param>
internal sealed class SkewedClock(TimeProvider clock, TimeSpan by) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + by;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => clock.CreateTimer(callback, state, dueTime, period);
}
