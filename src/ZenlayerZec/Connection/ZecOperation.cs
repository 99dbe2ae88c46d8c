using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Connection;

/// <summary>
/// A batch that this session sent, or was about to send when it was stopped: what a person, or a runbook, needs to go on from
/// there. It holds no secret.
/// </summary>
public sealed class ZecOperation
{
    /// <summary>What <see cref="Outcome"/> says of IDs that no request has carried.</summary>
    public const string NeverSentOutcome = "NeverSent";

    internal ZecOperation(ZecBatchResult result)
    {
        Time = DateTimeOffset.Now - result.Duration;
        Action = result.Action;
        Outcome = result.Status.ToString();
        InstanceIds = [.. result.SucceededInstanceIds, .. result.FailedInstanceIds, .. result.UnknownInstanceIds];
        SucceededInstanceIds = result.SucceededInstanceIds;
        FailedInstanceIds = result.FailedInstanceIds;
        UnknownInstanceIds = result.UnknownInstanceIds;
        RequestId = result.RequestId;
        ErrorCode = result.ErrorCode;
        Attempts = result.Attempts;
        Duration = result.Duration;
    }

    internal ZecOperation(string action, IReadOnlyList<string> neverSent)
    {
        Time = DateTimeOffset.Now;
        Action = action;
        Outcome = NeverSentOutcome;
        InstanceIds = neverSent;
    }

    /// <summary>When it began.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The API's action.</summary>
    public string Action { get; }

    /// <summary>Succeeded, PartiallyFailed, Failed, Unknown, or NeverSent.</summary>
    public string Outcome { get; }

    /// <summary>Every ID of it.</summary>
    public IReadOnlyList<string> InstanceIds { get; }

    /// <summary>Those that the service took.</summary>
    public IReadOnlyList<string> SucceededInstanceIds { get; } = [];

    /// <summary>Those that it certainly did not take.</summary>
    public IReadOnlyList<string> FailedInstanceIds { get; } = [];

    /// <summary>Those of which nobody knows.</summary>
    public IReadOnlyList<string> UnknownInstanceIds { get; } = [];

    /// <summary>The last request's ID for the vendor's support; null where no answer gave one.</summary>
    public string? RequestId { get; }

    /// <summary>Why it failed whole, or is unknown; null where neither.</summary>
    public string? ErrorCode { get; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; }

    /// <summary>How long it took, waits included.</summary>
    public TimeSpan Duration { get; }

    /// <summary>One line.</summary>
    public override string ToString() => $"{Action}: {Outcome}, {InstanceIds.Count} instance(s)";
}
