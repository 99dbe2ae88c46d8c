using System.Globalization;

namespace ZenlayerZec.Reports;

/// <summary>Times of a page, which somebody else may read elsewhere: by the calendar of ISO 8601, with their distance from UTC.</summary>
internal static class ReportTime
{
    private const string Minute = "yyyy-MM-dd HH:mm";

    /// <summary>Writes a time, so that a program can read it too.</summary>
    public static void Write(HtmlWriter html, DateTimeOffset time) => html.Element(
        "time",
        $"{time.ToString(Minute, CultureInfo.InvariantCulture)} (UTC{time.ToString("zzz", CultureInfo.InvariantCulture)})",
        ("datetime", time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)));

    /// <summary>Writes when the first and the last of something was; once where that is the same minute.</summary>
    public static void WriteRange(HtmlWriter html, DateTimeOffset first, DateTimeOffset last)
    {
        Write(html, first);
        if (first.ToString(Minute, CultureInfo.InvariantCulture) != last.ToString(Minute, CultureInfo.InvariantCulture))
        {
            html.Text(" to ");
            Write(html, last);
        }
    }

    /// <summary>The day of a time, as the service says it.</summary>
    public static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time span in seconds.</summary>
    public static string Seconds(TimeSpan span) => string.Format(CultureInfo.InvariantCulture, "{0:0.00} s", span.TotalSeconds);
}
