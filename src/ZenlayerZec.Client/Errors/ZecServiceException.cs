using ZenlayerZec.Client.Kinds;

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

    /// <summary>An ID that an action's answer names as failed. The API gives no reason with it.</summary>
    /// <param name="action">The API's action.</param>
    /// <param name="noun">What the ID is of, such as <c>instance</c>.</param>
    /// <param name="code">The error's code, such as <c>InstanceNotReleased</c>.</param>
    /// <param name="id">The ID.</param>
    /// <param name="requestId">The request's ID; null where the answer had none.</param>
    /// <param name="done">What was not done, as in "was not released".</param>
    internal static ZecServiceException NotDone(string action, string noun, string code, string id, string? requestId, string done) => new(
        ZecErrorKind.Refused,
        code,
        $"The {noun} {id} was not {done}: the service refused it and gave no reason (requestId {requestId ?? "none"}).")
    {
        Action = action,
        RequestId = requestId,
        HttpStatus = 200,
    };

    /// <summary>An ID that is not there.</summary>
    /// <param name="kind">What it is the ID of.</param>
    /// <param name="id">The ID.</param>
    /// <param name="said">The service's refusal of the request that named it; null where a look did not find it.</param>
    internal static ZecServiceException NotThere(ResourceKind kind, string id, ZecException? said) => new(
        ZecErrorKind.NotFound,
        kind.NotFoundCode,
        $"There is no {kind.Noun} {id} in this account, or it is gone already.{(said is null ? string.Empty : $" The service said: {said.Message}")}")
    {
        Action = said?.Action,
        RequestId = said?.RequestId,
        HttpStatus = said?.HttpStatus,
    };

    /// <summary>A thing whose state the service does not tell, so that nobody can decide whether it may be destroyed.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its ID.</param>
    internal static ZecServiceException NoState(ResourceKind kind, string id) => new(
        ZecErrorKind.InvalidAnswer, "StateUnknown", $"The service does not say in which state the {kind.Noun} {id} is. Nothing was sent for it.");

    /// <summary>A thing in a state in which nothing can be done to it.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its ID.</param>
    /// <param name="state">The state.</param>
    /// <param name="reason">Why nothing can be done, as the end of a sentence that begins with "it".</param>
    internal static ZecServiceException WrongState(ResourceKind kind, string id, string state, string reason) => new(
        ZecErrorKind.Refused, $"{kind.Stem}StateWrong", $"The {kind.Noun} {id} is {state}: it {reason}. Nothing was sent for it.");

    /// <summary>A thing that belongs to another one, which the request has to name and the service does not tell.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its ID.</param>
    /// <param name="owner">What the other one is.</param>
    internal static ZecServiceException NoOwner(ResourceKind kind, string id, ResourceKind owner) => new(
        ZecErrorKind.InvalidAnswer,
        $"{owner.Stem}Unknown",
        $"The service does not say to which {owner.Noun} the {kind.Noun} {id} belongs. Nothing was sent for it.");

    /// <summary>An instance to which no elastic IP can be bound, since no private address of it is known.</summary>
    /// <param name="instanceId">The instance.</param>
    internal static ZecServiceException NoPrimaryAddress(string instanceId) => new(
        ZecErrorKind.InvalidAnswer,
        "PrimaryAddressUnknown",
        $"The service does not say a primary network interface with an IPv4 address for the instance {instanceId}. Nothing was sent.");

    /// <summary>A thing whose tags cannot be read, so that nobody can decide whether one of them protects it.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its ID.</param>
    internal static ZecServiceException NoTags(ResourceKind kind, string id) => new(
        ZecErrorKind.InvalidAnswer,
        "TagsUnknown",
        $"The tags of the {kind.Noun} {id} cannot be read, so that it may be protected (-IncludeProtected). Nothing was sent for it.");
}
