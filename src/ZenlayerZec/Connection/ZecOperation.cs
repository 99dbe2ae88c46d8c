using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Ordering;

namespace ZenlayerZec.Connection;

/// <summary>
/// A batch, or an order, that this process sent, or was about to send when it was stopped: what a person, or a runbook, needs to go on from
/// there. It holds no secret.
/// </summary>
public sealed class ZecOperation
{
    /// <summary>What <see cref="Outcome"/> says of IDs that no request has carried.</summary>
    public const string NeverSentOutcome = "NeverSent";

    /// <summary>What <see cref="Outcome"/> says of IDs for which the user said no.</summary>
    public const string DeclinedOutcome = "Declined";

    /// <summary>The action of an order.</summary>
    internal const string OrderAction = "CreateZecInstances";

    /// <summary>What <see cref="Outcome"/> says where all of it was taken.</summary>
    internal const string SucceededOutcome = nameof(ZecBatchStatus.Succeeded);

    private const string UnknownOutcome = nameof(ZecBatchStatus.Unknown);

    /// <summary>The code of an order whose answer has another number of IDs than was asked for.</summary>
    internal const string InstanceCountDiffers = "InstanceCountDiffers";

    private readonly WeakReference<ZecClient>? _client;

    internal ZecOperation(ZecBatchResult result)
    {
        Time = DateTimeOffset.Now - result.Duration;
        Action = result.Action;
        Outcome = result.Status.ToString();
        Account = result.Account;
        Ids = [.. result.SucceededIds, .. result.FailedIds, .. result.UnknownIds, .. result.SkippedIds];
        Count = Ids.Count;
        SkippedIds = result.SkippedIds;
        SucceededIds = result.SucceededIds;
        FailedIds = result.FailedIds;
        UnknownIds = result.UnknownIds;
        RequestId = result.RequestId;
        ErrorCode = result.ErrorCode;
        Attempts = result.Attempts;
        Duration = result.Duration;
        Client = result.Client;
    }

    private ZecOperation(string? account, string action, string outcome, int count, TimeSpan duration)
    {
        Account = account;
        Time = DateTimeOffset.Now - duration;
        Action = action;
        Outcome = outcome;
        Count = count;
        Duration = duration;
    }

    /// <summary>When it began.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The account that it was sent to.</summary>
    public string? Account { get; }

    /// <summary>The API's action.</summary>
    public string Action { get; }

    /// <summary>Succeeded, PartiallyFailed, Failed, Unknown, Skipped, NeverSent, or Declined.</summary>
    public string Outcome { get; }

    /// <summary>How many instances it was for. An order has no IDs before it is placed.</summary>
    public int Count { get; }

    /// <summary>Every ID of it, as far as there are IDs.</summary>
    public IReadOnlyList<string> Ids { get; private init; } = [];

    /// <summary>Those that the service took.</summary>
    public IReadOnlyList<string> SucceededIds { get; private init; } = [];

    /// <summary>Those that it certainly did not take.</summary>
    public IReadOnlyList<string> FailedIds { get; } = [];

    /// <summary>Those for which it is unknown whether it was carried out.</summary>
    public IReadOnlyList<string> UnknownIds { get; private init; } = [];

    /// <summary>Those that were left out, such as instances in the recycle bin.</summary>
    public IReadOnlyList<string> SkippedIds { get; } = [];

    /// <summary>The last request's ID for the vendor's support; null where no answer gave one.</summary>
    public string? RequestId { get; private init; }

    /// <summary>Why it failed whole, or is unknown; null where neither.</summary>
    public string? ErrorCode { get; private init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; private init; }

    /// <summary>How long it took, waits included.</summary>
    public TimeSpan Duration { get; }

    /// <summary>
    /// The connection that it was sent by; null where nobody holds that any more, or where the operation came from a file or another process.
    /// It is not kept for the operation's sake: the record of a long process would keep every simulated account.
    /// </summary>
    internal ZecClient? Client
    {
        get => _client is not null && _client.TryGetTarget(out var client) ? client : null;
        private init => _client = value is null ? null : new WeakReference<ZecClient>(value);
    }

    /// <summary>IDs of a run that ended before their turn.</summary>
    internal static ZecOperation NeverSent(ZecClient client, string action, IReadOnlyList<string> ids) => NotSent(client, action, NeverSentOutcome, ids);

    /// <summary>IDs for which the user said no.</summary>
    internal static ZecOperation Declined(ZecClient client, string action, IReadOnlyList<string> ids) => NotSent(client, action, DeclinedOutcome, ids);

    /// <summary>Whether somebody has to look: its outcome is unknown, or it was never sent.</summary>
    internal bool IsOpen => Outcome is UnknownOutcome or NeverSentOutcome || UnknownIds.Count > 0;

    /// <summary>What a file, a job or another process says of an operation: enough to find its instances again.</summary>
    internal static ZecOperation Recorded(
        string? account, string action, IReadOnlyList<string> ids, IReadOnlyList<string> succeeded, IReadOnlyList<string> unknown)
        => new(account, action, outcome: string.Empty, ids.Count, TimeSpan.Zero)
        {
            Ids = ids,
            SucceededIds = succeeded,
            UnknownIds = unknown,
        };

    /// <summary>An order that was placed.</summary>
    internal static ZecOperation Ordered(ZecInstanceOrder order, int attempts, TimeSpan duration) => new(
        order.Account, OrderAction, order.InstanceIds.Count == order.Count ? SucceededOutcome : nameof(ZecBatchStatus.PartiallyFailed), order.Count, duration)
    {
        Ids = order.InstanceIds,
        SucceededIds = order.InstanceIds,
        RequestId = order.RequestId,
        ErrorCode = order.InstanceIds.Count == order.Count ? null : InstanceCountDiffers,
        Attempts = attempts,
        Client = order.Client,
    };

    /// <summary>An order that was refused, or of which nobody knows.</summary>
    internal static ZecOperation NotOrdered(string account, string action, int count, ZecException failure, TimeSpan duration) => new(
        account, action, failure.OutcomeUnknown ? UnknownOutcome : nameof(ZecBatchStatus.Failed), count, duration)
    {
        RequestId = failure.RequestId,
        ErrorCode = failure.Code,
        Attempts = failure.Attempts,
    };

    /// <summary>What of an order was never sent.</summary>
    internal static ZecOperation NeverOrdered(string account, string action, int count)
        => new(account, action, NeverSentOutcome, count, TimeSpan.Zero);

    private static ZecOperation NotSent(ZecClient client, string action, string outcome, IReadOnlyList<string> ids)
        => new(client.Options.Account, action, outcome, ids.Count, TimeSpan.Zero) { Ids = ids, Client = client };

    /// <summary>One line.</summary>
    public override string ToString() => $"{Action}: {Outcome}, {Count} instance(s)";
}
