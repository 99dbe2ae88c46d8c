namespace ZenlayerZec.Client.Waiting;

/// <summary>A thing for which the waiting is over.</summary>
public sealed class Arrival
{
    internal Arrival(string id, string? status, WaitOutcome outcome)
    {
        ArrivedId = id;
        Status = status;
        Outcome = outcome;
    }

    /// <summary>Its ID.</summary>
    public string ArrivedId { get; }

    /// <summary>Its state when it was last seen; null where it is not there.</summary>
    public string? Status { get; }

    /// <summary>How it ended.</summary>
    public WaitOutcome Outcome { get; }
}
