namespace ZenlayerZec.Commands.AutoSnapshotPolicy;

/// <summary>The days and the terms of snapshot policies, as the API has them.</summary>
internal static class PolicyDays
{
    /// <summary>What the API takes for a snapshot that is kept until somebody deletes it.</summary>
    private const int Forever = -1;

    /// <summary>Days of the week by the API's numbers: 1 is Monday, and 7 is Sunday.</summary>
    public static int[]? Numbers(DayOfWeek[]? days)
        => days is null ? null : [.. days.Distinct().Select(day => day == DayOfWeek.Sunday ? 7 : (int)day).OrderBy(number => number)];

    /// <summary>Hours, each once, in their order.</summary>
    public static int[]? Hours(int[]? hours) => hours is null ? null : [.. hours.Distinct().OrderBy(hour => hour)];

    /// <summary>How many days snapshots are kept.</summary>
    /// <param name="days">The days; null where they are not given.</param>
    /// <param name="isPermanent">Whether they are kept until somebody deletes them.</param>
    public static int? Retention(int? days, bool isPermanent) => isPermanent ? Forever : days;
}
