namespace ZenlayerZec.Client.Errors;

/// <summary>The service, or something that answers in its place, said no.</summary>
public sealed class ZecServiceException : ZecException
{
    internal ZecServiceException(ZecErrorKind kind, string code, string message)
        : base(kind, code, message)
    {
    }

    /// <summary>Set where the answer's date has just corrected the clock, so that signing anew can help.</summary>
    internal bool ClockCorrected { get; set; }

    /// <summary>What it means that ReleaseInstances named an ID in its answer. The API gives no reason with it.</summary>
    /// <param name="instanceId">The ID.</param>
    /// <param name="requestId">The request's ID; null where the answer had none.</param>
    /// <returns>An error with the code <c>InstanceNotReleased</c>.</returns>
    public static ZecServiceException NotReleased(string instanceId, string? requestId) => new(
        ZecErrorKind.Refused,
        "InstanceNotReleased",
        $"The service did not release instance {instanceId}, and gives no reason (requestId {requestId ?? "none"}).")
    {
        Action = "ReleaseInstances",
        RequestId = requestId,
        HttpStatus = 200,
    };
}
