using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// What became of one batch: every ID of it is in exactly one of the three lists. None of its properties is called InstanceId,
/// so that a result piped to a cmdlet that takes instances is refused; pipe <see cref="FailedIds"/> to try those again.
/// </summary>
public sealed class ZecBatchResult
{
    internal ZecBatchResult(string action, int batchNumber)
    {
        Action = action;
        BatchNumber = batchNumber;
    }

    /// <summary>The API's action, such as <c>ReleaseInstances</c>.</summary>
    public string Action { get; }

    /// <summary>Which batch of the run, from 1.</summary>
    public int BatchNumber { get; }

    /// <summary>The batch as a whole.</summary>
    public ZecBatchStatus Status => (SucceededIds.Count, FailedIds.Count, UnknownIds.Count) switch
    {
        (_, _, > 0) => ZecBatchStatus.Unknown,
        (_, 0, _) => ZecBatchStatus.Succeeded,
        (0, _, _) => ZecBatchStatus.Failed,
        _ => ZecBatchStatus.PartiallyFailed,
    };

    /// <summary>The request's ID for the vendor's support; null where no answer gave one.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>The IDs that the service took.</summary>
    public IReadOnlyList<string> SucceededIds { get; internal set; } = [];

    /// <summary>The IDs that it certainly did not take.</summary>
    public IReadOnlyList<string> FailedIds { get; internal set; } = [];

    /// <summary>The IDs of which nobody knows: the answer was lost. Look before trying them again.</summary>
    public IReadOnlyList<string> UnknownIds { get; internal set; } = [];

    /// <summary>Why the batch failed whole, as a code; null where the service only named IDs, for which it gives no reason.</summary>
    public string? ErrorCode => Error?.Code;

    /// <summary>Why the batch failed whole, in words.</summary>
    public string? ErrorMessage => Error?.Message;

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>From the first attempt to the last answer, waits included.</summary>
    public TimeSpan Duration { get; internal set; }

    /// <summary>Why the batch failed whole; null where it did not. A method, to keep it out of tables and JSON.</summary>
    /// <returns>The failure.</returns>
    public ZecException? GetError() => Error;

    internal ZecException? Error { get; set; }

    /// <summary>One line.</summary>
    public override string ToString()
        => $"{Action} {BatchNumber}: {Status}, {SucceededIds.Count} done, {FailedIds.Count} failed, {UnknownIds.Count} unknown";
}
