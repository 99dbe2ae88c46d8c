using System.Globalization;

namespace ZenlayerZec.Tests.Generated;

/// <summary>
/// How many cases a generated test takes: 2,000, or what the environment variable CsCheck_Iter says (50,000 before a release). A
/// failure prints a seed; the environment variable CsCheck_Seed repeats it.
/// </summary>
internal static class Cases
{
    public static long Count { get; } = Environment.GetEnvironmentVariable("CsCheck_Iter") is { Length: > 0 } count
        ? long.Parse(count, CultureInfo.InvariantCulture)
        : 2000;

    /// <summary>How many of them each of many subjects gets.</summary>
    public static long CountOfEach { get; } = Math.Max(1, Count * 3 / 20);
}
