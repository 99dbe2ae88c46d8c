using System.Globalization;
using System.Net.Http.Headers;

namespace ZenlayerZec.Client.Transport;

/// <summary>How long a service asks to wait before the next request: the Retry-After header, as seconds or as a date.</summary>
internal static class AskedWait
{
    /// <summary>Longer than this is not told apart: nobody waits for it, and it must not overflow when it is added to a time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private static readonly TimeSpan LongestInWords = TimeSpan.FromDays(30);

    /// <summary>Reads the header.</summary>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="now">The service's time.</param>
    /// <returns>The wait, between zero and <see cref="Longest"/>; null where none was asked for.</returns>
    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now) => headers.RetryAfter switch
    {
        { Delta: { } delta } => Bounded(delta),
        { Date: { } date } => Bounded(date - now),
        _ => OverflowingSeconds(headers) ? Longest : null,
    };

    /// <summary>A wait in words, such as <c>90 s</c>, <c>3 h</c> or <c>more than 30 days</c>.</summary>
    /// <param name="wait">The wait.</param>
    public static string InWords(TimeSpan wait)
    {
        var (number, unit) = wait switch
        {
            { TotalMinutes: < 10 } => (wait.TotalSeconds, "s"),
            { TotalHours: < 3 } => (wait.TotalMinutes, "min"),
            { TotalDays: < 3 } => (wait.TotalHours, "h"),
            _ => (wait.TotalDays, "days"),
        };
        return wait > LongestInWords
            ? $"more than {LongestInWords.TotalDays:0} days"
            : string.Format(CultureInfo.InvariantCulture, "{0:0} {1}", Math.Ceiling(number), unit);
    }

    private static TimeSpan Bounded(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;

    /// <summary>.NET reads no more seconds than an Int32 holds.</summary>
    private static bool OverflowingSeconds(HttpResponseHeaders headers)
        => headers.TryGetValues("Retry-After", out var values) && values.All(value => value.Length > 0 && value.All(c => c is >= '0' and <= '9'));
}
