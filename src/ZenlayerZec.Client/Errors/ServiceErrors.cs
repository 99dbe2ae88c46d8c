using System.Net;

namespace ZenlayerZec.Client.Errors;

/// <summary>
/// What the API's error answers mean. The code decides, and the HTTP status only where there is no code or an unknown one:
/// the service uses 400, 403, 404 and 409 for one and the same kind of refusal.
/// </summary>
internal static class ServiceErrors
{
    public const string SignatureExpired = "AUTHFAILURE_SIGNATURE_EXPIRED";
    public const string TooLong = "INVALID_PARAMETER_EXCEED_LENGTH";
    public const string InstanceNotFound = "INVALID_INSTANCE_NOT_FOUND";
    public const int ProxyAuthenticationRequired = (int)HttpStatusCode.ProxyAuthenticationRequired;

    public static ZecServiceException From(int status, string? code, string? message, string? requestId)
    {
        var kind = KindOf(status, code);
        return new ZecServiceException(kind, code ?? $"HTTP_{status}", Sentence(status, code, message, requestId))
        {
            HttpStatus = status,
            RequestId = requestId,
            Aftermath = AftermathOf(status, code, kind),
        };
    }

    private static string Sentence(int status, string? code, string? message, string? requestId)
    {
        var said = string.IsNullOrWhiteSpace(message) ? "the service gave no reason" : message!.Trim().TrimEnd('.');
        var answer = code is null ? $"HTTP {status}" : $"{code}, HTTP {status}";
        return requestId is null ? $"{said} ({answer})." : $"{said} ({answer}, requestId {requestId}).";
    }

    private static ZecErrorKind KindOf(int status, string? code) => code switch
    {
        "AUTHFAILURE_UNAUTHORIZED_OPERATION" => ZecErrorKind.Permission,
        not null when code.StartsWith("AUTHFAILURE_", StringComparison.Ordinal) => ZecErrorKind.Authentication,
        "REQUEST_LIMIT_EXCEEDED" => ZecErrorKind.RateLimit,
        "REQUEST_TIMED_OUT" or "INVALID_OPERATION_TIMEOUT" => ZecErrorKind.Timeout,
        "INTERNAL_SERVER_ERROR" or "SERVICE_TEMPORARY_UNAVAILABLE" => ZecErrorKind.Server,
        not null when code.EndsWith("_NOT_FOUND", StringComparison.Ordinal) => ZecErrorKind.NotFound,
        _ => KindOf(status, hasCode: code is not null),
    };

    /// <summary>Without a code it was not the API that answered, but something on the way to it.</summary>
    private static ZecErrorKind KindOf(int status, bool hasCode) => (HttpStatusCode)status switch
    {
        (HttpStatusCode)429 => ZecErrorKind.RateLimit,
        (HttpStatusCode)451 => ZecErrorKind.Blocked,
        HttpStatusCode.RequestTimeout => ZecErrorKind.Timeout,
        HttpStatusCode.ProxyAuthenticationRequired => ZecErrorKind.Connection,
        >= HttpStatusCode.InternalServerError => ZecErrorKind.Server,
        HttpStatusCode.NotFound when hasCode => ZecErrorKind.NotFound,
        HttpStatusCode.Unauthorized when !hasCode => ZecErrorKind.Authentication,
        HttpStatusCode.Forbidden when !hasCode => ZecErrorKind.Blocked,
        _ => hasCode ? ZecErrorKind.Refused : ZecErrorKind.InvalidAnswer,
    };

    /// <summary>
    /// A limiter stands before the service, and the service's own refusals say that nothing was done. Anything else may come after
    /// the request was carried out, as an answer that a proxy puts in place of the service's may.
    /// </summary>
    private static Aftermath AftermathOf(int status, string? code, ZecErrorKind kind) => code switch
    {
        "REQUEST_TIMED_OUT" or "INVALID_OPERATION_TIMEOUT" or "SERVICE_TEMPORARY_UNAVAILABLE" => Aftermath.Unknown,
        _ when kind == ZecErrorKind.RateLimit => Aftermath.NotCarriedOut,
        null => Aftermath.Unknown,
        _ => kind is ZecErrorKind.Timeout or ZecErrorKind.Server || status >= 500 ? Aftermath.Unknown : Aftermath.Refused,
    };
}
