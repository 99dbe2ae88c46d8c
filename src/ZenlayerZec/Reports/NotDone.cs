namespace ZenlayerZec.Reports;

/// <summary>IDs of a batch that have the same outcome for the same reason.</summary>
/// <param name="Outcome">What became of them.</param>
/// <param name="Why">The reason, as a sentence.</param>
/// <param name="Ids">The IDs, at least one.</param>
internal sealed record NotDone(Outcome Outcome, string Why, IReadOnlyList<string> Ids);
