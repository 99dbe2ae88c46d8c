using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Formats;

/// <summary>
/// How values are shown that would not be fit for a screen as they are: IDs, which are kept exactly as the service wrote them, lists, tags
/// and times. The lists call it from their script blocks; a table has its columns from <see cref="Columns"/>.
/// </summary>
public static class Shown
{
    /// <summary>A value as visible characters: a list by its items, tags as <c>env=dev; team=web</c>, a time by the calendar of ISO 8601.</summary>
    /// <param name="value">The value of a property; also of an object that came out of a file or another process.</param>
    /// <returns>The text; null where there is no value.</returns>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => VisibleText.Of(text),
        IDictionary tags => string.Join("; ", tags.Keys.Cast<object>().Select(key => $"{Text(key)}={Text(tags[key])}")),
        IEnumerable many => string.Join(", ", many.Cast<object?>().Select(Text)),
        _ when Moment(value) is { } time => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        PSObject { BaseObject: not PSCustomObject } wrapper => Text(wrapper.BaseObject),
        _ => VisibleText.Of(value.ToString()),
    };

    /// <summary>A time; null where the value is none. Out of a file or another process it comes as an object with a time's properties.</summary>
    internal static DateTimeOffset? Moment(object? value) => value switch
    {
        DateTimeOffset moment => moment,
        PSObject { BaseObject: DateTimeOffset moment } => moment,
        PSObject { BaseObject: PSCustomObject } row when row.Properties["DateTime"]?.Value is DateTime clock && row.Properties["Offset"]?.Value is TimeSpan offset
            => new DateTimeOffset(DateTime.SpecifyKind(clock, DateTimeKind.Unspecified), offset),
        _ => null,
    };
}
