using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// What became of one batch: every ID of it is in exactly one of the four lists. None of its properties is called InstanceId,
/// so that a result piped to a cmdlet that changes instances is refused; pipe <see cref="FailedIds"/> to try those again.
/// </summary>
public sealed class ZecBatchResult : ZecObject
{
    private Lazy<ToldDependents>? _dependents;

    internal ZecBatchResult(string action, int batchNumber, ZecClient client)
    {
        Action = action;
        BatchNumber = batchNumber;
        Account = client.Options.Account;
        Client = client;
    }

    /// <summary>The connection that the batch was sent by, where its instances are looked up again.</summary>
    internal ZecClient Client { get; }

    /// <summary>When the batch began, by this machine's clock. Resume-ZecOperation tells by it which changes came later.</summary>
    public DateTimeOffset Time { get; } = DateTimeOffset.Now;

    /// <summary>The API's action, such as <c>ReleaseInstances</c>.</summary>
    public string Action { get; }

    /// <summary>Which batch of the run, from 1, in the order of sending. Results come as they complete.</summary>
    public int BatchNumber { get; }

    /// <summary>The batch as a whole.</summary>
    public ZecBatchStatus Status => (SucceededIds.Length, FailedIds.Length, UnknownIds.Length) switch
    {
        (_, _, > 0) => ZecBatchStatus.Unknown,
        (0, 0, _) when SkippedIds.Length > 0 => ZecBatchStatus.Skipped,
        (_, 0, _) => ZecBatchStatus.Succeeded,
        (0, _, _) => ZecBatchStatus.Failed,
        _ => ZecBatchStatus.PartiallyFailed,
    };

    /// <summary>The request's ID for the vendor's support; null where no answer gave one.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>
    /// The IDs for which the request was carried out: the service said so, or after a lost answer a look at all of them showed it.
    /// </summary>
    public TextList<string> SucceededIds { get; internal set; } = TextList<string>.None;

    /// <summary>The IDs for which no request was carried out.</summary>
    public TextList<string> FailedIds { get; internal set; } = TextList<string>.None;

    /// <summary>The IDs for which it is unknown: the answer was lost, and no look could tell. Look at them before you try again.</summary>
    public TextList<string> UnknownIds { get; internal set; } = TextList<string>.None;

    /// <summary>The IDs that were left out, such as those in the recycle bin. Nothing was sent for them.</summary>
    public TextList<string> SkippedIds { get; internal set; } = TextList<string>.None;

    /// <summary>
    /// The disks, elastic IPs and secondary network interfaces that go with the instances among <see cref="SucceededIds"/>: at once, or when the instance leaves
    /// the recycle bin. Null where the action releases no instances, or an earlier result of the same command has told it.
    /// </summary>
    public TextList<ZecDependent>? ReleasedDependents => _dependents?.Value.Released;

    /// <summary>The disks, elastic IPs and network interfaces of these instances that stay, and continue to cost. Null as for those that go.</summary>
    public TextList<ZecDependent>? KeptDependents => _dependents?.Value.Kept;

    /// <summary>What is not known of the things of these instances: an object or a look did not say it. Null as for those that go.</summary>
    public TextList<ZecUnknownDependent>? UnknownDependents => _dependents?.Value.Unknown;

    /// <summary>Why the batch failed whole, as a code; null where the service only named IDs, for which it gives no reason.</summary>
    public string? ErrorCode => Error?.Code;

    /// <summary>Why the batch failed whole, in words.</summary>
    public string? ErrorMessage => Error?.Message;

    /// <summary>How often the request was sent; 0 where nothing was.</summary>
    public int Attempts { get; internal set; }

    /// <summary>
    /// The options of the request, such as <c>KeepDependentResource=False, Purge=False</c>, by which <c>Resume-ZecOperation</c> sends the same
    /// again; null where a secret is among them.
    /// </summary>
    public string? Options { get; internal set; }

    /// <summary>From the first attempt to the last answer, waits included.</summary>
    public TimeSpan Duration { get; internal set; }

    /// <summary>Why the batch failed whole; null where it did not. A method, to keep it out of tables and JSON.</summary>
    /// <returns>The failure.</returns>
    public ZecException? GetError() => Error;

    internal ZecException? Error { get; set; }

    /// <summary>Whether the journal has it.</summary>
    internal bool IsJournaled { get; set; }

    /// <summary>Failures that are about some IDs only, such as that one is not there.</summary>
    internal IReadOnlyList<KeyValuePair<ZecException, IReadOnlyList<string>>> Failures { get; set; } = [];

    /// <summary>Why IDs were left out, each as the end of a sentence.</summary>
    internal IReadOnlyDictionary<string, string> SkipReasons { get; set; } = new Dictionary<string, string>();

    /// <summary>The states that the unknown IDs were last seen in; null where no look was whole.</summary>
    internal IReadOnlyDictionary<string, string?> LastSeen { get; set; } = new Dictionary<string, string?>();

    /// <summary>How long after the answer was lost the unknown IDs were last looked at.</summary>
    internal TimeSpan SeenAfter { get; set; }

    /// <summary>What goes and what stays, by the IDs of the instances that were released; empty where the action releases none.</summary>
    internal IReadOnlyList<KeyValuePair<string, InstanceDependents>> Dependents => _dependents?.Value.All ?? [];

    /// <summary>Takes over what goes with the instances that were released. It is made up when it is first asked for, as most scripts never do.</summary>
    /// <param name="dependents">What goes and what stays, by the IDs of the instances; they are those of <see cref="SucceededIds"/>, in their order.</param>
    internal void TellDependents(Func<IEnumerable<KeyValuePair<string, InstanceDependents>>> dependents)
        => _dependents = new Lazy<ToldDependents>(() => new ToldDependents([.. dependents()]));

    /// <summary>One line.</summary>
    public override string ToString() => $"{Action} {BatchNumber}: {Status}, {SucceededIds.Length} done, {FailedIds.Length} failed, "
        + $"{UnknownIds.Length} unknown, {SkippedIds.Length} skipped";
}
