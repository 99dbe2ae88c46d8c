namespace ZenlayerZec.Reports;

/// <summary>What became of an ID for which something was not done.</summary>
/// <param name="Word">What it is called, as in the table of results.</param>
/// <param name="Class">How it looks.</param>
internal sealed record Outcome(string Word, string Class)
{
    /// <summary>What is said where the service only named the IDs.</summary>
    public const string NoReason = "The service refused it and gave no reason.";

    /// <summary>What is said where nothing else is known of a lost answer.</summary>
    public const string NoAnswer = "The answer was lost.";

    /// <summary>What is said of an ID that was left out without a word.</summary>
    public const string NothingSent = "Nothing was sent for it.";

    /// <summary>What is said of an ID that was left out, in a copy of a result.</summary>
    public const string NoReasonInCopy = "The result is a copy, which does not say the reason. Nothing was sent for it.";

    /// <summary>It was not done.</summary>
    public static readonly Outcome Failed = new("Failed", "bad");

    /// <summary>Nobody can tell whether it was done.</summary>
    public static readonly Outcome Unknown = new("Unknown", "doubt");

    /// <summary>It was left out.</summary>
    public static readonly Outcome Skipped = new("Skipped", "s");
}
