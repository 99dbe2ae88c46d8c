using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Client.Journal;

/// <summary>A change as the journal has it, with what became of it as far as that is known.</summary>
/// <param name="Intent">What was to be done.</param>
/// <param name="Time">When.</param>
/// <param name="Process">By which process; null where the file does not say.</param>
/// <param name="Outcome">What became of it; null where there is no outcome yet.</param>
internal sealed record JournalRecord(JournalIntent Intent, DateTimeOffset Time, ProcessIdentity? Process, JournalOutcome? Outcome)
{
    /// <summary>
    /// How long a process that cannot be looked for from here counts as one that lives: longer than a request takes with all its attempts
    /// and looks, unless somebody changed that.
    /// </summary>
    private static readonly TimeSpan Benefit = TimeSpan.FromMinutes(15);

    /// <summary>The outcome in a word: also whether it can still be expected.</summary>
    /// <param name="now">The time.</param>
    public string Status(DateTimeOffset now) => Outcome?.Status ?? (MayLive(now) ? JournalOutcome.InFlight : JournalOutcome.Unknown);

    /// <summary>What nobody can tell of, or not yet.</summary>
    public IReadOnlyList<string> UnknownIds => Outcome?.UnknownIds ?? Intent.Ids;

    /// <summary>What was carried out.</summary>
    public IReadOnlyList<string> SucceededIds => Outcome switch
    {
        null => [],
        { CreatedIds.Count: > 0 } created => created.CreatedIds,
        { Status: nameof(ZecBatchStatus.Succeeded) or nameof(ZecBatchStatus.PartiallyFailed) or JournalOutcome.Unknown } known
            when Intent.Ids.Count > 0 && !IsUnknownWhole => Without(known),
        _ => [],
    };

    /// <summary>Every ID of it.</summary>
    public IReadOnlyList<string> Ids => Outcome is null ? Intent.Ids
        : [.. Intent.Ids.Concat(Outcome.CreatedIds).Concat(Outcome.FailedIds).Concat(Outcome.SkippedIds).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the process that wrote it, but could not write its outcome, knows what became of it.</summary>
    /// <param name="known">What the process knows of a change.</param>
    public bool IsToldBy(JournalRecord known) => Outcome is null && Process == known.Process && Intent.Ids.Count > 0
        && (Intent.Identity, Intent.Action) == (known.Intent.Identity, known.Intent.Action)
        && Time <= known.Time + (known.Outcome?.Duration ?? TimeSpan.Zero)
        && !Intent.Ids.Except(known.Ids, StringComparer.Ordinal).Any();

    /// <summary>Whether it is unknown, and not of which IDs.</summary>
    private bool IsUnknownWhole => Outcome is { Status: JournalOutcome.Unknown, UnknownIds.Count: 0 };

    private bool MayLive(DateTimeOffset now) => Process?.IsAlive() ?? (Process is not null && now - Time < Benefit);

    private string[] Without(JournalOutcome outcome) =>
    [
        .. Intent.Ids.Except(
            outcome.FailedIds.Concat(outcome.UnknownIds).Concat(outcome.SkippedIds).Concat(outcome.NeverSentIds), StringComparer.Ordinal),
    ];
}
