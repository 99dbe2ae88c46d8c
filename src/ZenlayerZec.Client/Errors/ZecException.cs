using ZenlayerZec.Client.Text;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Client.Errors;

/// <summary>
/// Why a call did not succeed. Its subclasses tell who says so: <see cref="ZecServiceException"/> the service,
/// <see cref="ZecTransportException"/> the network, <see cref="ZecAnswerException"/> the shape of an answer,
/// <see cref="ZecConfigurationException"/> this side, before anything was sent. No message carries a secret.
/// </summary>
public abstract class ZecException : Exception
{
    private protected ZecException(ZecErrorKind kind, string code, string message, Exception? innerException = null)
        : base(VisibleText.Of(message), innerException)
    {
        Kind = kind;
        Code = code;
    }

    /// <summary>What sort of thing went wrong.</summary>
    public ZecErrorKind Kind { get; }

    /// <summary>The API's code, such as <c>INVALID_INSTANCE_NOT_FOUND</c>, or this module's own, such as <c>RequestTimedOut</c>.</summary>
    public string Code { get; }

    /// <summary>The action that was called; null where none was.</summary>
    public string? Action { get; internal set; }

    /// <summary>The request's ID for the vendor's support; null where no answer gave one.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>The answer's HTTP status; null where there was none.</summary>
    public int? HttpStatus { get; internal set; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>Whether the request may have been carried out all the same.</summary>
    public bool OutcomeUnknown => Aftermath == Aftermath.Unknown;

    /// <summary>Whether every other request would fail alike, so that sending more is of no use.</summary>
    public bool FailsEveryRequest => Kind
        is ZecErrorKind.Configuration or ZecErrorKind.Authentication or ZecErrorKind.Permission or ZecErrorKind.Blocked
        || (Kind == ZecErrorKind.Connection && Aftermath == Aftermath.Refused)
        || (Kind == ZecErrorKind.RateLimit && RetryAfter > SendPolicy.LongestWait);

    /// <summary>Whether the requests of other actions would fail alike, too: a right that is missing is that of one action.</summary>
    internal bool FailsEveryAction => FailsEveryRequest && Kind != ZecErrorKind.Permission;

    /// <inheritdoc/>
    public override string Message => RetryAfter > SendPolicy.LongestWait
        ? $"{base.Message} The service asks to send nothing for {AskedWait.InWords(RetryAfter.Value)}."
        : base.Message;

    /// <summary>How long the service asked to wait before the next attempt; null where it did not.</summary>
    internal TimeSpan? RetryAfter { get; set; }

    /// <summary>What may be done with the request next.</summary>
    internal Aftermath Aftermath { get; set; } = Aftermath.Refused;
}
