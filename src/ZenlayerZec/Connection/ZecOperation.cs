using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Connection;

/// <summary>
/// A batch, or an order, that a process sent, or was about to send when it was stopped: what a person, or a runbook, needs to go on from
/// there. It comes from this process's memory, or from the journal of all processes. It holds no secret.
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

    private readonly WeakReference<ZecClient>? _client;

    internal ZecOperation(ZecBatchResult result, JournalOrigin? origin = null)
        : this(result.Account, result.Action, result.Status.ToString(), 0, result.Duration)
    {
        Identity = result.Client.Options.Identity;
        Options = result.Options;
        Origin = origin;
        IsJournaled = result.IsJournaled;
        Ids = [.. result.SucceededIds, .. result.FailedIds, .. result.UnknownIds, .. result.SkippedIds];
        Count = Ids.Count;
        SkippedIds = result.SkippedIds;
        SucceededIds = result.SucceededIds;
        FailedIds = result.FailedIds;
        UnknownIds = result.UnknownIds;
        RequestId = result.RequestId;
        ErrorCode = result.ErrorCode;
        Attempts = result.Attempts;
        Client = result.Client;
    }

    /// <summary>A change that the journal has.</summary>
    /// <param name="record">The change.</param>
    /// <param name="now">The time, by which a process that cannot be looked for counts as ended.</param>
    /// <param name="unknownIds">The IDs that are in doubt; null means all that the record has.</param>
    internal ZecOperation(JournalRecord record, DateTimeOffset now, IReadOnlyList<string>? unknownIds = null)
        : this(
            VisibleText.Of(record.Intent.Account),
            VisibleText.Of(record.Intent.Action),
            VisibleText.Of(record.Status(now)),
            record.Intent.Count,
            record.Outcome?.Duration ?? TimeSpan.Zero)
    {
        Time = record.Time.ToLocalTime();
        Identity = record.Intent.Identity;
        Options = record.Intent.Options is { } options ? VisibleText.Of(options) : null;
        Origin = record.Intent.Origin;
        IsJournaled = true;
        ProcessId = record.Process?.Id;
        Host = record.Process is { } process ? VisibleText.Of(process.Host) : null;
        Ids = unknownIds is null ? record.Ids : [.. record.Ids.Except(record.UnknownIds.Except(unknownIds, StringComparer.Ordinal), StringComparer.Ordinal)];
        SucceededIds = record.SucceededIds;
        FailedIds = record.Outcome?.FailedIds ?? [];
        UnknownIds = unknownIds ?? record.UnknownIds;
        SkippedIds = record.Outcome?.SkippedIds ?? [];
        RequestId = record.Outcome?.RequestId is { } requestId ? VisibleText.Of(requestId) : null;
        ErrorCode = record.Outcome?.ErrorCode is { } code ? VisibleText.Of(code) : null;
        Attempts = record.Outcome?.Attempts ?? 0;
    }

    private ZecOperation(string? account, string action, string outcome, int count, TimeSpan duration)
    {
        Account = account;
        Time = DateTimeOffset.Now - duration;
        Action = action;
        Outcome = outcome;
        Count = count;
        Duration = duration;
        ProcessId = ProcessIdentity.Current.Id;
        Host = ProcessIdentity.Current.Host;
    }

    /// <summary>When it began.</summary>
    public DateTimeOffset Time { get; private init; }

    /// <summary>The account that it was sent to.</summary>
    public string? Account { get; }

    /// <summary>The API's action.</summary>
    public string Action { get; }

    /// <summary>
    /// Succeeded, PartiallyFailed, Failed, Unknown, Skipped, NeverSent, or Declined; in the journal also InFlight, where the process that sent
    /// it lives and has not written the outcome yet.
    /// </summary>
    public string Outcome { get; }

    /// <summary>How many things it was for. An order has no IDs before it is placed.</summary>
    public int Count { get; private init; }

    /// <summary>Every ID of it, as far as there are IDs.</summary>
    public IReadOnlyList<string> Ids { get; private init => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>Those that the service took.</summary>
    public IReadOnlyList<string> SucceededIds { get; private init => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>Those that it certainly did not take.</summary>
    public IReadOnlyList<string> FailedIds { get; private init => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>Those for which it is unknown whether it was carried out.</summary>
    public IReadOnlyList<string> UnknownIds { get; private init => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>Those that were left out, such as what is in the recycle bin.</summary>
    public IReadOnlyList<string> SkippedIds { get; private init => field = Compact.List(value); } = TextList<string>.None;

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

    /// <summary>
    /// The options of the request, such as <c>KeepDependentResource=False, Purge=False</c>, by which <c>Resume-ZecOperation</c> sends the same
    /// again; null where they are not all known.
    /// </summary>
    public string? Options { get; private init; }

    /// <summary>The number of the process that sent it.</summary>
    public int? ProcessId { get; }

    /// <summary>The machine that the process runs on.</summary>
    public string? Host { get; }

    /// <summary>The script that asked for it; null at the prompt.</summary>
    public string? Script => Origin?.Script is { } script ? VisibleText.Of(script) : null;

    /// <summary>The line of the script, or of what was typed.</summary>
    public int? Line => Origin?.Line;

    /// <summary>Whose things were changed, whatever the account is called: a name may stand for another account in another process.</summary>
    internal string? Identity { get; private init; }

    /// <summary>Whether the journal has it.</summary>
    internal bool IsJournaled { get; private init; }

    private JournalOrigin? Origin { get; init; }

    /// <summary>IDs of a run that ended before their turn.</summary>
    internal static ZecOperation NeverSent(ZecClient client, WriteOperation operation, IReadOnlyList<string> ids, JournalOrigin? origin)
    {
        var options = client.Options;
        var intent = new JournalIntent(options.Account, options.Identity, operation.Action, ids, ids.Count, operation.Options, origin);
        var outcome = new JournalOutcome(JournalOutcome.NeverSent) { NeverSentIds = ids };
        return new ZecOperation(options.Account, operation.Action, NeverSentOutcome, ids.Count, TimeSpan.Zero)
        {
            Client = client,
            Identity = options.Identity,
            Ids = ids,
            Options = operation.Options,
            Origin = origin,
            IsJournaled = options.Journal?.NoteAsync(intent, outcome).GetAwaiter().GetResult() ?? false,
        };
    }

    /// <summary>What a look showed, without a request: written down, so that it is no longer in doubt for any process.</summary>
    internal static ZecOperation Looked(ZecBatchResult result, JournalOrigin? origin)
    {
        var options = result.Client.Options;
        string[] ids = [.. result.SucceededIds, .. result.FailedIds, .. result.UnknownIds];
        var intent = new JournalIntent(options.Account, options.Identity, result.Action, ids, ids.Length, result.Options, origin);
        result.IsJournaled = options.Journal?.NoteAsync(intent, JournalOutcome.Of(result, [])).GetAwaiter().GetResult() ?? false;
        return new ZecOperation(result, origin);
    }

    /// <summary>IDs for which the user said no. They concern nobody but this process: the journal has what was sent.</summary>
    internal static ZecOperation Declined(ZecClient client, WriteOperation operation, IReadOnlyList<string> ids)
        => new(client.Options.Account, operation.Action, DeclinedOutcome, ids.Count, TimeSpan.Zero) { Ids = ids, Client = client, Options = operation.Options };

    /// <summary>The operation as the journal would have it.</summary>
    internal JournalRecord ToRecord() => new(
        new JournalIntent(Account ?? string.Empty, Identity ?? Account ?? string.Empty, Action, Ids, Count, Options, Origin),
        Time,
        ProcessIdentity.Current,
        new JournalOutcome(Outcome)
        {
            FailedIds = FailedIds,
            UnknownIds = UnknownIds,
            SkippedIds = SkippedIds,
            RequestId = RequestId,
            ErrorCode = ErrorCode,
            Attempts = Attempts,
            Duration = Duration,
        });

    /// <summary>Whether somebody has to look: its outcome is unknown, or it was never sent.</summary>
    internal bool IsOpen => Outcome is UnknownOutcome or NeverSentOutcome || UnknownIds.Count > 0;

    /// <summary>What a file, a job or another process says of an operation: enough to find its things again.</summary>
    internal static ZecOperation Recorded(
        string? account, string action, IReadOnlyList<string> ids, IReadOnlyList<string> succeeded, IReadOnlyList<string> unknown)
        => new(account, action, outcome: string.Empty, ids.Count, TimeSpan.Zero)
        {
            Ids = ids,
            SucceededIds = succeeded,
            UnknownIds = unknown,
        };

    /// <summary>Things that were created.</summary>
    internal static ZecOperation Created(
        ZecClient? client,
        ResourceKind kind,
        IReadOnlyList<string> ids,
        int count,
        string? requestId,
        int attempts,
        TimeSpan duration,
        ZecCallOptions call,
        bool isJournaled) => new(client?.Options.Account, kind.CreateAction!, OutcomeOf(ids.Count == count), count, duration)
        {
            Ids = ids,
            SucceededIds = ids,
            RequestId = requestId,
            ErrorCode = ids.Count == count ? null : kind.CountDiffersCode,
            Attempts = attempts,
            Client = client,
            Origin = call.Origin,
            IsJournaled = isJournaled,
        };

    /// <summary>An order that was placed, as its object says it.</summary>
    internal static ZecOperation Ordered(ZecInstanceOrder order) => new(
        order.Account, OrderAction, OutcomeOf(order.InstanceIds.Count == order.Count), order.Count, TimeSpan.Zero)
    {
        Ids = order.InstanceIds,
        SucceededIds = order.InstanceIds,
        RequestId = order.RequestId,
        ErrorCode = order.InstanceIds.Count == order.Count ? null : InstanceKind.Kind.CountDiffersCode,
        Attempts = 1,
        Client = order.Client,
    };

    /// <summary>An order that was refused, or of which nobody knows.</summary>
    internal static ZecOperation NotOrdered(
        string account, string action, int count, ZecException failure, TimeSpan duration, ZecCallOptions call, bool isJournaled) => new(
        account, action, failure.OutcomeUnknown ? UnknownOutcome : nameof(ZecBatchStatus.Failed), count, duration)
        {
            RequestId = failure.RequestId,
            ErrorCode = failure.Code,
            Attempts = failure.Attempts,
            Origin = call.Origin,
            IsJournaled = isJournaled,
        };

    /// <summary>What of an order was never sent.</summary>
    /// <param name="account">The account.</param>
    /// <param name="action">The action.</param>
    /// <param name="count">How many things.</param>
    /// <param name="parentIds">What they would have been created in; none where they stand for themselves.</param>
    internal static ZecOperation NeverOrdered(string account, string action, int count, IReadOnlyList<string> parentIds)
        => new(account, action, NeverSentOutcome, count, TimeSpan.Zero) { Options = parentIds.Count == 0 ? null : $"for {string.Join(", ", parentIds)}" };

    private static string OutcomeOf(bool isWhole) => isWhole ? SucceededOutcome : nameof(ZecBatchStatus.PartiallyFailed);

    /// <summary>One line.</summary>
    public override string ToString() => $"{Action}: {Outcome}, {AllKinds.OfAction(Action)?.Count(Count) ?? $"{Count} IDs"}";
}
