using System.Management.Automation;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Errors;

/// <summary>Makes PowerShell's errors of the client's.</summary>
internal static class ErrorRecords
{
    /// <summary>An error about something.</summary>
    /// <param name="failure">What went wrong; its code becomes the error's ID.</param>
    /// <param name="target">What it is about, an ID or IDs.</param>
    /// <param name="lead">What it means for the target, as a sentence in front of the failure's own.</param>
    /// <param name="kind">What it is about, where the failure does not say its action.</param>
    public static ErrorRecord From(ZecException failure, object? target, string? lead = null, ResourceKind? kind = null) => new(
        failure, failure.Code, Category(failure), target)
    {
        ErrorDetails = new ErrorDetails(VisibleText.Of($"{(lead is null ? string.Empty : $"{lead} ")}{failure.Message}{RefusedAction(failure)}"))
        {
            RecommendedAction = Advice(failure, kind),
        },
    };

    /// <summary>That something is not there.</summary>
    /// <param name="code">The error's ID.</param>
    /// <param name="message">What is not there, as a sentence.</param>
    /// <param name="target">Its ID.</param>
    public static ErrorRecord NotFound(string code, string message, string target)
        => new(new ItemNotFoundException(VisibleText.Of(message)), code, ErrorCategory.ObjectNotFound, target);

    /// <summary>That there are more things than the user wants, so that the command ends before it has done anything.</summary>
    /// <param name="most">The value of -MaximumCount.</param>
    /// <param name="things">What there are too many of, in the plural.</param>
    /// <param name="done">What was done to none of them, as a participle.</param>
    /// <param name="target">The first that is too many, or how many there are.</param>
    public static ErrorRecord MaximumCountExceeded(int most, string things, string done, object target) => new(
        new InvalidOperationException($"There are more than {most} {things} (-MaximumCount). Nothing was {done}."),
        "MaximumCountExceeded",
        ErrorCategory.LimitsExceeded,
        target);

    private static ErrorCategory Category(ZecException failure) => failure.Kind switch
    {
        ZecErrorKind.Configuration => ErrorCategory.InvalidArgument,
        ZecErrorKind.Authentication => ErrorCategory.AuthenticationError,
        ZecErrorKind.Permission => ErrorCategory.PermissionDenied,
        ZecErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ZecErrorKind.RateLimit => ErrorCategory.LimitsExceeded,
        ZecErrorKind.Timeout => ErrorCategory.OperationTimeout,
        ZecErrorKind.Connection => ErrorCategory.ConnectionError,
        ZecErrorKind.InvalidAnswer => ErrorCategory.InvalidResult,
        ZecErrorKind.Blocked => ErrorCategory.PermissionDenied,
        ZecErrorKind.Server => ErrorCategory.ResourceUnavailable,
        ZecErrorKind.Stopped => ErrorCategory.OperationStopped,
        ZecErrorKind.Unexpected => ErrorCategory.NotSpecified,
        _ when failure.HttpStatus == 403 => ErrorCategory.PermissionDenied,
        _ => ErrorCategory.InvalidArgument,
    };

    /// <summary>Which right is missing: the service does not say it, and a cmdlet may call several actions.</summary>
    private static string RefusedAction(ZecException failure)
        => failure is { Kind: ZecErrorKind.Permission, Action: { } action } ? $" The action was {action}." : string.Empty;

    /// <summary>What a person can do about a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="kind">What it is about, where the failure does not say its action; null where that is not known.</param>
    public static string Advice(ZecException failure, ResourceKind? kind = null)
        => AdviceFor(failure, kind ?? AllKinds.OfAction(failure.Action) ?? InstanceKind.Kind);

    private static string AdviceFor(ZecException failure, ResourceKind kind) => failure switch
    {
        { OutcomeUnknown: true } =>
            $"The request may have been carried out all the same: look at its {kind.Plural} with {kind.GetCommand} -{kind.IdName} before trying again.",
        { Code: "AUTHFAILURE_SIGNATURE_EXPIRED" } => "Set this machine's clock: it differs from the service's by more than five minutes.",
        { Kind: ZecErrorKind.Configuration } => "Correct the connection's settings; nothing was sent.",
        { Kind: ZecErrorKind.Authentication } => "Check the access key or the token: Get-ZecConnection says where it came from.",
        { Kind: ZecErrorKind.Permission } =>
            $"Ask the account's owner for the right to call {failure.Action ?? "this action"}, or connect as someone who has it.",
        { Kind: ZecErrorKind.RateLimit } => "Try again later.",
        { Kind: ZecErrorKind.NotFound } => $"Check the IDs with {kind.GetCommand}: what was named may be gone already, or belong to another account.",
        { Kind: ZecErrorKind.Connection or ZecErrorKind.Timeout } => "Check the network, the proxy and the endpoint, then try again.",
        { Kind: ZecErrorKind.Blocked } => "Send from a network that the vendor lets through.",
        { Kind: ZecErrorKind.InvalidAnswer } => "Check the endpoint and the proxy; if they are right, tell the vendor the requestId.",
        _ => $"Look at the {kind.Plural} with {kind.GetCommand}, then try again; the vendor's support can trace the requestId.",
    };
}
