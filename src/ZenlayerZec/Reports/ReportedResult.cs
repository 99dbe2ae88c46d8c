using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Reports;

/// <summary>A result as the report needs it, also one that came from a file or another process, which does not say why IDs were left out.</summary>
/// <param name="Source">The object that it was made of.</param>
/// <param name="Action">The API's action.</param>
/// <param name="BatchNumber">Which batch of its run.</param>
/// <param name="Account">The account; null where it is not known.</param>
internal sealed record ReportedResult(object Source, string Action, int BatchNumber, string? Account)
{
    /// <summary>The request's ID; null where no answer gave one.</summary>
    public string? RequestId { get; private init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; private init; }

    /// <summary>From the first attempt to the last answer.</summary>
    public TimeSpan Duration { get; private init; }

    /// <summary>When the batch began; null for a copy that does not say it.</summary>
    public DateTimeOffset? Began { get; private init; }

    /// <summary>The IDs for which it was done.</summary>
    public IReadOnlyList<string> Succeeded { get; private init; } = [];

    /// <summary>The IDs for which it was not done.</summary>
    public IReadOnlyList<string> Failed { get; private init; } = [];

    /// <summary>The IDs for which nobody can tell.</summary>
    public IReadOnlyList<string> Unknown { get; private init; } = [];

    /// <summary>The IDs that were left out.</summary>
    public IReadOnlyList<string> Skipped { get; private init; } = [];

    /// <summary>The IDs that were not done, or may not have been, by the reason.</summary>
    public IReadOnlyList<NotDone> NotDone { get; private init; } = [];

    /// <summary>What depended on the things of the batch.</summary>
    public IReadOnlyList<DependentIds> Dependents { get; private init; } = [];

    /// <summary>Reads an object.</summary>
    /// <param name="item">The object.</param>
    /// <returns>Null where it is not a result.</returns>
    public static ReportedResult? Of(PSObject item) => item.BaseObject switch
    {
        ZecBatchResult result => Of(result),
        PSCustomObject when CopiedObject.Is<ZecBatchResult>(item) && CopiedObject.Text(item, nameof(ZecBatchResult.Action)) is { } action => Of(item, action),
        _ => null,
    };

    private static ReportedResult Of(ZecBatchResult result) => new(result, result.Action, result.BatchNumber, result.Account)
    {
        RequestId = result.RequestId,
        Attempts = result.Attempts,
        Duration = result.Duration,
        Began = result.Time,
        Succeeded = result.SucceededIds,
        Failed = result.FailedIds,
        Unknown = result.UnknownIds,
        Skipped = result.SkippedIds,
        Dependents = DependentIds.Of(result),
        NotDone = [.. WhyFailed(result), .. WhyUnknown(result), .. WhySkipped(result)],
    };

    private static ReportedResult Of(PSObject copy, string action)
    {
        var failed = CopiedObject.List(copy, nameof(ZecBatchResult.FailedIds));
        var unknown = CopiedObject.List(copy, nameof(ZecBatchResult.UnknownIds));
        var skipped = CopiedObject.List(copy, nameof(ZecBatchResult.SkippedIds));
        var why = CopiedObject.Text(copy, nameof(ZecBatchResult.ErrorMessage));
        return new ReportedResult(
            copy, action, CopiedObject.Property(copy, nameof(ZecBatchResult.BatchNumber)) as int? ?? 0, CopiedObject.Text(copy, nameof(ZecBatchResult.Account)))
        {
            RequestId = CopiedObject.Text(copy, nameof(ZecBatchResult.RequestId)),
            Attempts = CopiedObject.Property(copy, nameof(ZecBatchResult.Attempts)) as int? ?? 0,
            Duration = CopiedObject.Property(copy, nameof(ZecBatchResult.Duration)) as TimeSpan? ?? TimeSpan.Zero,
            Began = CopiedObject.Time(copy, nameof(ZecBatchResult.Time))?.ToLocalTime(),
            Dependents = DependentIds.Of(copy),
            Succeeded = CopiedObject.List(copy, nameof(ZecBatchResult.SucceededIds)),
            Failed = failed,
            Unknown = unknown,
            Skipped = skipped,
            NotDone =
            [
                .. Reason(Outcome.Failed, why ?? Outcome.NoReason, failed),
                .. Reason(Outcome.Unknown, why ?? Outcome.NoAnswer, unknown),
                .. Reason(Outcome.Skipped, Outcome.NoReasonInCopy, skipped),
            ],
        };
    }

    private static IEnumerable<NotDone> WhyFailed(ZecBatchResult result)
    {
        var explained = new HashSet<string>(result.Failures.SelectMany(failure => failure.Value), StringComparer.Ordinal);
        return result.Failures.GroupBy(failure => failure.Key.Message, failure => failure.Value)
            .SelectMany(group => Reason(Outcome.Failed, group.Key, [.. group.SelectMany(ids => ids)]))
            .Concat(Reason(Outcome.Failed, result.ErrorMessage ?? Outcome.NoReason, [.. result.FailedIds.Where(id => !explained.Contains(id))]));
    }

    private static IEnumerable<NotDone> WhyUnknown(ZecBatchResult result) => result.UnknownIds
        .GroupBy(id => result.LastSeen.TryGetValue(id, out var state) ? state : null)
        .SelectMany(group => Reason(
            Outcome.Unknown,
            string.IsNullOrEmpty(group.Key)
                ? result.ErrorMessage ?? Outcome.NoAnswer
                : string.Format(CultureInfo.InvariantCulture, "{0} Last seen as {1}, {2:0.#} s later.", result.ErrorMessage ?? Outcome.NoAnswer, group.Key, result.SeenAfter.TotalSeconds),
            [.. group]));

    private static IEnumerable<NotDone> WhySkipped(ZecBatchResult result) => result.SkippedIds
        .GroupBy(id => result.SkipReasons.TryGetValue(id, out var reason) ? $"It {reason}." : Outcome.NothingSent)
        .SelectMany(group => Reason(Outcome.Skipped, group.Key, [.. group]));

    private static NotDone[] Reason(Outcome outcome, string why, string[] ids) => ids.Length == 0 ? [] : [new NotDone(outcome, why, ids)];
}
