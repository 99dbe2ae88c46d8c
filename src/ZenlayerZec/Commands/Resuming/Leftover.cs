using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands.Resuming;

/// <summary>What a result or an operation leaves to be done.</summary>
/// <param name="Action">The API's action.</param>
/// <param name="Options">The options of the request; null where they are not all known.</param>
/// <param name="Account">What the account is called.</param>
/// <param name="Identity">Whose things were changed; null where only the account's name is known.</param>
/// <param name="UnknownIds">The IDs of which it is unknown whether they were changed.</param>
/// <param name="OpenIds">The IDs that were certainly not changed: those that failed, and those that were never sent.</param>
internal sealed record Leftover(
    string Action, string? Options, string? Account, string? Identity, IReadOnlyList<string> UnknownIds, IReadOnlyList<string> OpenIds)
{
    /// <summary>The connection that it was sent by; null where nobody holds that any more, or it came from elsewhere.</summary>
    public ZecClient? Client { get; private init; }

    /// <summary>When the change had ended, as far as it was told; null for a copy that does not say it.</summary>
    public DateTimeOffset? Ended { get; private init; }

    /// <summary>When the last answer was lost at the latest; null where that is not known.</summary>
    public DateTimeOffset? Lost { get; private init; }

    /// <summary>Whether it is certain whose instances these are. The name that a copy has may stand for another account here.</summary>
    public bool IsAccountSure => Client is not null || Identity is not null;

    /// <summary>The process that is still at it; null where none is.</summary>
    public string? Worker { get; private init; }

    /// <summary>Whether something is left whose ID is not known, as with an order.</summary>
    public bool HasNoIds { get; private init; }

    /// <summary>What an object leaves.</summary>
    /// <param name="item">A result or an operation, also one that came from a file or another process.</param>
    /// <returns>Null where it is neither.</returns>
    public static Leftover? Of(PSObject item) => item.BaseObject switch
    {
        ZecBatchResult result => new(result.Action, result.Options, result.Account, null, result.UnknownIds, result.FailedIds)
        {
            Client = result.Client,
            Ended = result.Time + result.Duration,
            Lost = result.Time + result.Duration - result.SeenAfter,
        },
        ZecOperation operation => Of(
            operation.Action,
            operation.Options,
            operation.Account,
            operation.Identity,
            operation.Outcome,
            $"{operation.ProcessId} on {operation.Host}",
            name => name switch
            {
                nameof(ZecOperation.Ids) => operation.Ids,
                nameof(ZecOperation.SucceededIds) => operation.SucceededIds,
                nameof(ZecOperation.FailedIds) => operation.FailedIds,
                nameof(ZecOperation.UnknownIds) => operation.UnknownIds,
                _ => operation.SkippedIds,
            }) with
        {
            Client = operation.Client,
            Ended = operation.Time + operation.Duration,

            // Without an outcome, nothing says how long it was sent.
            Lost = operation.Duration > TimeSpan.Zero ? operation.Time + operation.Duration : null,
        },
        PSCustomObject when CopiedObject.Is<ZecBatchResult>(item) && CopiedObject.Text(item, "Action") is { } action => new(
            action,
            CopiedObject.Text(item, "Options"),
            CopiedObject.Text(item, "Account"),
            null,
            CopiedObject.List(item, "UnknownIds"),
            CopiedObject.List(item, "FailedIds"))
        {
            Ended = EndOf(item),
        },
        PSCustomObject when CopiedObject.Is<ZecOperation>(item) && CopiedObject.Text(item, "Action") is { } action => Of(
            action,
            CopiedObject.Text(item, "Options"),
            CopiedObject.Text(item, "Account"),
            null,
            CopiedObject.Text(item, "Outcome"),
            $"{CopiedObject.Property(item, "ProcessId")} on {CopiedObject.Text(item, "Host")}",
            name => CopiedObject.List(item, name)) with
        { Ended = EndOf(item) },
        _ => null,
    };

    private static Leftover Of(
        string action,
        string? options,
        string? account,
        string? identity,
        string? outcome,
        string worker,
        Func<string, IReadOnlyList<string>> list)
    {
        var unknown = list(nameof(ZecOperation.UnknownIds));
        var isDeclined = outcome == ZecOperation.DeclinedOutcome;

        // What is in no list but that of all was never sent, or the user said no to it.
        string[] neverSent =
        [
            .. isDeclined ? [] : list(nameof(ZecOperation.Ids))
                .Except(list(nameof(ZecOperation.SucceededIds)), StringComparer.Ordinal)
                .Except(list(nameof(ZecOperation.SkippedIds)), StringComparer.Ordinal)
                .Except(list(nameof(ZecOperation.FailedIds)), StringComparer.Ordinal)
                .Except(unknown, StringComparer.Ordinal),
        ];
        return new Leftover(action, options, account, identity, unknown, [.. list(nameof(ZecOperation.FailedIds)), .. neverSent])
        {
            Worker = outcome == JournalOutcome.InFlight ? worker : null,
            HasNoIds = list(nameof(ZecOperation.Ids)).Count == 0 && outcome != ZecOperation.SucceededOutcome && !isDeclined,
        };
    }

    private static DateTimeOffset? EndOf(PSObject copy) => CopiedObject.Time(copy, nameof(ZecBatchResult.Time)) is { } began
        ? began + (CopiedObject.Property(copy, nameof(ZecBatchResult.Duration)) as TimeSpan? ?? TimeSpan.Zero)
        : null;
}
