using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Formats;

/// <summary>
/// What the tables show in the columns that a property alone cannot fill. ZenlayerZec.Types.ps1xml adds them to the objects as hidden
/// properties, also to those that came out of a file or another process: a script block would cost several times as much in each row.
/// </summary>
public static class Columns
{
    /// <summary>InstanceId, which is kept exactly as the service wrote it, as visible characters.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? InstanceIdText(PSObject item) => item.BaseObject is ZecInstance instance ? Shown.Text(instance.InstanceId) : Text(item, "InstanceId");

    /// <summary>The zone that an image was listed for, or the regions that one of the account's own is in.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? ImagePlace(PSObject item) => Text(item, "ZoneId") is { Length: > 0 } zone ? zone : string.Join(", ", Texts(item, "RegionIds"));

    /// <summary>ImageStatus, in its colour.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? ImageStatusText(PSObject item) => State(item, "ImageStatus");

    /// <summary>Outcome, in its colour.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? OutcomeText(PSObject item) => State(item, "Outcome");

    /// <summary>PublicIpAddresses and then PrivateIpAddresses in a line, so that what a narrow screen cuts is what matters less.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The addresses.</returns>
    public static string Addresses(PSObject item) => item.BaseObject is ZecInstance { PublicIpAddresses: [var outer], PrivateIpAddresses: [var inner] }
        ? $"{outer}, {inner}"
        : string.Join(", ", Texts(item, "PublicIpAddresses").Concat(Texts(item, "PrivateIpAddresses")));

    /// <summary>Time to the second, by the calendar of ISO 8601 whatever the culture's is.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text; null where there is no time.</returns>
    public static string? TimeText(PSObject item) => MomentOf(Value(item, "Time"));

    /// <summary>Whether a result tells what went with its instances: those of other cmdlets have no lines for it in a list.</summary>
    /// <param name="item">The object.</param>
    /// <returns>A text; null where it tells nothing.</returns>
    public static string? DependentsText(PSObject item) => Value(item, "ReleasedDependents") is null ? null : "told";

    /// <summary>The number of SucceededIds.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The number.</returns>
    public static int SucceededCount(PSObject item) => Count(item, "SucceededIds");

    /// <summary>The number of FailedIds.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The number.</returns>
    public static int FailedCount(PSObject item) => Count(item, "FailedIds");

    /// <summary>The number of UnknownIds.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The number.</returns>
    public static int UnknownCount(PSObject item) => Count(item, "UnknownIds");

    /// <summary>The number of SkippedIds.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The number.</returns>
    public static int SkippedCount(PSObject item) => Count(item, "SkippedIds");

    /// <summary>The number of InstanceIds.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The number.</returns>
    public static int InstanceCount(PSObject item) => Count(item, "InstanceIds");

    /// <summary>FailedIds, each in a line of its own: PowerShell would break a longer line within an ID.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string FailedIdText(PSObject item) => Lines(item, "FailedIds", perLine: 1);

    /// <summary>InstanceIds, two in a line, which fit in 80 columns.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string InstanceIdsText(PSObject item) => Lines(item, "InstanceIds", perLine: 2);

    /// <summary>InternetChargeTypes in a line.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? ChargeTypeText(PSObject item) => Text(item, "InternetChargeTypes");

    /// <summary>The tiers of a price.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? TiersText(PSObject item) => Text(item, "Tiers");

    internal static string? TextOf(object? value) => Shown.Text(value);

    internal static string? StateOf(object? value) => TextOf(value) is { } text ? StateColour.Of(text) : null;

    internal static string? MomentOf(object? value) => Shown.Moment(value)?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    internal static string? MinuteOf(object? value) => Shown.Moment(value)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    internal static object? Value(PSObject item, string property) => item.Properties[property]?.Value;

    internal static string? Text(PSObject item, string property) => Shown.Text(Value(item, property));

    private static string? State(PSObject item, string property) => StateOf(Value(item, property));

    internal static string Lines(PSObject item, string property, int perLine)
    {
        string?[] ids = [.. Texts(item, property)];
        return string.Join("\n", Enumerable.Range(0, (ids.Length + perLine - 1) / perLine).Select(line => string.Join(" ", ids.Skip(line * perLine).Take(perLine))));
    }

    internal static int Count(PSObject item, string property) => Items(item, property) is ICollection many ? many.Count : Items(item, property).Cast<object?>().Count();

    private static IEnumerable<string?> Texts(PSObject item, string property) => Items(item, property).Cast<object?>().Select(Shown.Text);

    private static IEnumerable Items(PSObject item, string property) => Value(item, property) switch
    {
        PSObject { BaseObject: IEnumerable inner } => inner,
        string text => new[] { text },
        IEnumerable items => items,
        _ => Array.Empty<object>(),
    };
}
