namespace ZenlayerZec.Client.Waiting;

/// <summary>How the waiting for a thing ended.</summary>
public enum WaitOutcome
{
    /// <summary>It is where it was to go.</summary>
    Reached,

    /// <summary>It is gone, or in a state from which it cannot reach the goal.</summary>
    EndedElsewhere,

    /// <summary>It was still on its way when the time was up.</summary>
    TimedOut,
}
