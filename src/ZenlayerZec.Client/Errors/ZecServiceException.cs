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

    /// <summary>What it means that an action named an ID in its answer. The API gives no reason with it.</summary>
    /// <param name="action">The API's action.</param>
    /// <param name="code">What the error is known by, such as <c>InstanceNotReleased</c>.</param>
    /// <param name="instanceId">The ID.</param>
    /// <param name="requestId">The request's ID; null where the answer had none.</param>
    /// <param name="done">What was not done, as in "was not released".</param>
    /// <returns>The error.</returns>
    public static ZecServiceException NotDone(string action, string code, string instanceId, string? requestId, string done) => new(
        ZecErrorKind.Refused,
        code,
        $"Instance {instanceId} was not {done}: the service refused it, and gives no reason (requestId {requestId ?? "none"}).")
    {
        Action = action,
        RequestId = requestId,
        HttpStatus = 200,
    };
}
