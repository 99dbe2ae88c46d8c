namespace ZenlayerZec.Client.Transport;

/// <summary>
/// The service's time, by this machine's clock and what the service's answers taught of the difference. Requests are signed
/// with it: the service refuses a signature that is over five minutes off.
/// </summary>
internal sealed class ServiceClock(TimeProvider clock)
{
    private static readonly TimeSpan Negligible = TimeSpan.FromSeconds(30);

    /// <summary>The API's version is of 2025: an earlier Date is not the service's, and one of the next century is not either.</summary>
    private static readonly DateTimeOffset Earliest = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private long _offsetTicks;

    public DateTimeOffset Now => clock.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>Whether a Date header can be the service's time.</summary>
    /// <param name="serviceTime">The answer's Date; null where there was none.</param>
    public static bool IsPlausible(DateTimeOffset? serviceTime) => serviceTime >= Earliest && serviceTime < Latest;

    /// <summary>This machine's time, as it is.</summary>
    public DateTimeOffset Local => clock.GetUtcNow();

    /// <summary>How far the service's clock is ahead of this machine's. It gives whole seconds; less than the answer took counts as none.</summary>
    /// <param name="serviceTime">The answer's Date; null where there was none.</param>
    /// <param name="sent">This machine's time when the request was sent.</param>
    /// <returns>The difference; null where the Date cannot be the service's.</returns>
    public TimeSpan? OffsetOf(DateTimeOffset? serviceTime, DateTimeOffset sent)
    {
        if (serviceTime is not { } now || !IsPlausible(now))
        {
            return null;
        }

        var (least, most) = (now - Local, now + TimeSpan.FromSeconds(1) - sent);
        return least <= TimeSpan.Zero && most >= TimeSpan.Zero
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds(Math.Round((least + most).TotalSeconds / 2));
    }

    /// <summary>
    /// Takes over the service's time. What counts is the time that the refused request was signed with: with several requests on
    /// their way, another one's answer may have corrected the clock meanwhile.
    /// </summary>
    /// <param name="serviceTime">The answer's Date; null where there was none.</param>
    /// <param name="signedWith">The time in the refused request.</param>
    /// <returns>False where signing again would change nothing.</returns>
    public bool Correct(DateTimeOffset? serviceTime, DateTimeOffset signedWith)
    {
        if (serviceTime is not { } now || !IsPlausible(now) || (now - signedWith).Duration() < Negligible)
        {
            return false;
        }

        Interlocked.Exchange(ref _offsetTicks, (now - clock.GetUtcNow()).Ticks);
        return true;
    }
}
