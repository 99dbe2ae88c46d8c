using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Client.Journal;

/// <summary>What became of a change: what did not succeed, and why.</summary>
/// <param name="Status">The outcome as a whole, a word of <see cref="ZecBatchStatus"/> or one of those below.</param>
internal sealed record JournalOutcome(string Status)
{
    /// <summary>No request was made, since the run ended before.</summary>
    public const string NeverSent = "NeverSent";

    /// <summary>There is no outcome yet, and the process that would write it lives.</summary>
    public const string InFlight = "InFlight";

    /// <summary>There is no outcome, and nobody left to write it; or it was written that it is unknown.</summary>
    public const string Unknown = nameof(ZecBatchStatus.Unknown);

    /// <summary>What was certainly not carried out.</summary>
    public IReadOnlyList<string> FailedIds { get; set; } = [];

    /// <summary>What nobody can tell of.</summary>
    public IReadOnlyList<string> UnknownIds { get; set; } = [];

    /// <summary>What was left out.</summary>
    public IReadOnlyList<string> SkippedIds { get; set; } = [];

    /// <summary>What was to be sent, and was not.</summary>
    public IReadOnlyList<string> NeverSentIds { get; set; } = [];

    /// <summary>What an order created.</summary>
    public IReadOnlyList<string> CreatedIds { get; set; } = [];

    /// <summary>The request's ID for the vendor's support.</summary>
    public string? RequestId { get; set; }

    /// <summary>Why it failed whole, or is unknown, as a code.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>How long it took, waits included.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>The outcome of a batch.</summary>
    /// <param name="result">Its result.</param>
    /// <param name="neverSent">What the batch was stopped before it could send.</param>
    public static JournalOutcome Of(ZecBatchResult result, IReadOnlyList<string> neverSent) => new(Word(result, neverSent))
    {
        FailedIds = result.FailedIds,
        UnknownIds = result.UnknownIds,
        SkippedIds = result.SkippedIds,
        NeverSentIds = neverSent,
        RequestId = result.RequestId,
        ErrorCode = result.ErrorCode,
        Attempts = result.Attempts,
        Duration = result.Duration,
    };

    /// <summary>The lists of a batch that was stopped before it was sent are all empty, by which it would count as one that succeeded.</summary>
    private static string Word(ZecBatchResult result, IReadOnlyList<string> neverSent)
        => neverSent.Count > 0 && result is { Status: ZecBatchStatus.Succeeded, SucceededIds.Length: 0 } ? NeverSent : result.Status.ToString();
}
