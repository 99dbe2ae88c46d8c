namespace ZenlayerZec.Client.Batching;

/// <summary>
/// When a batch is looked at after its answer was lost: 0.5 s later, and each time after a pause twice as long, until the settling time is
/// over. The last look comes at its end.
/// </summary>
internal static class SettleSchedule
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);

    /// <summary>The pauses before the looks; together they make the settling time.</summary>
    /// <param name="settlingTime">How long it may take.</param>
    /// <param name="losses">How many answers were lost, this one included: after each further one it begins more slowly.</param>
    public static IEnumerable<TimeSpan> Pauses(TimeSpan settlingTime, int losses)
    {
        var left = settlingTime;
        var pause = TimeSpan.FromTicks(First.Ticks << Math.Min(Math.Max(losses - 1, 0), 10));
        while (left > TimeSpan.Zero)
        {
            pause = pause < left ? pause : left;
            yield return pause;
            left -= pause;
            pause += pause;
        }
    }
}
