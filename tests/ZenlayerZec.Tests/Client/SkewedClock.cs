namespace ZenlayerZec.Tests.Client;

/// <summary>A machine's clock that is off by some time, from the start of 2026.</summary>
internal sealed class SkewedClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) + by;
}
