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

    /// <summary>ZoneId as visible characters.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? ZoneIdText(PSObject item) => item.BaseObject is ZecInstance instance ? Shown.Text(instance.ZoneId) : Text(item, "ZoneId");

    /// <summary>RegionId as visible characters.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? RegionIdText(PSObject item) => Text(item, "RegionId");

    /// <summary>ImageId as visible characters.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? ImageIdText(PSObject item) => Text(item, "ImageId");

    /// <summary>DiskId as visible characters.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? DiskIdText(PSObject item) => Text(item, "DiskId");

    /// <summary>Status, in its colour.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The text.</returns>
    public static string? StatusText(PSObject item) => item.BaseObject is ZecInstance { Status: { } status } ? StateColour.Of(status) : State(item, "Status");

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
    public static string? TimeText(PSObject item) => Time(item, "Time", "yyyy-MM-dd HH:mm:ss");

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

    internal static string? TextOf(PSObject item, string property) => Text(item, property);

    internal static string? StateOf(PSObject item, string property) => State(item, property);

    internal static string? MomentOf(PSObject item, string property) => Time(item, property, "yyyy-MM-dd HH:mm:ss");

    internal static string? MinuteOf(PSObject item, string property) => Time(item, property, "yyyy-MM-dd HH:mm");

    private static object? Value(PSObject item, string property) => item.Properties[property]?.Value;

    private static string? Text(PSObject item, string property) => Shown.Text(Value(item, property));

    private static string? State(PSObject item, string property) => Text(item, property) is { } text ? StateColour.Of(text) : null;

    private static string? Time(PSObject item, string property, string format)
        => Shown.Moment(Value(item, property))?.ToString(format, CultureInfo.InvariantCulture);

    private static string Lines(PSObject item, string property, int perLine)
    {
        string?[] ids = [.. Texts(item, property)];
        return string.Join("\n", Enumerable.Range(0, (ids.Length + perLine - 1) / perLine).Select(line => string.Join(" ", ids.Skip(line * perLine).Take(perLine))));
    }

    private static int Count(PSObject item, string property) => Items(item, property) is ICollection many ? many.Count : Items(item, property).Cast<object?>().Count();

    private static IEnumerable<string?> Texts(PSObject item, string property) => Items(item, property).Cast<object?>().Select(Shown.Text);

    private static IEnumerable Items(PSObject item, string property) => Value(item, property) switch
    {
        PSObject { BaseObject: IEnumerable inner } => inner,
        string text => new[] { text },
        IEnumerable items => items,
        _ => Array.Empty<object>(),
    };
}
