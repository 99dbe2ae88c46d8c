using System.Globalization;
#if !NET
using System.Net;
#endif
using System.Net.Sockets;
using System.Security.Authentication;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Transport;

/// <summary>Tells from the network's own exceptions whether a request can have reached the service.</summary>
internal static class NetworkFailure
{
    /// <summary>What an exception of the network, or any other that came in its place, means.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="endpoint">Where the request went, or was to go.</param>
    /// <param name="wasSent">Whether the request's body may have been sent.</param>
    /// <param name="secrets">Cleans what the exception says, which may quote the service or a proxy.</param>
    public static ZecTransportException From(Exception failure, ZecEndpoint endpoint, bool wasSent, SecretFilter secrets)
    {
        var reason = Reason(failure, secrets);
        var cause = secrets.StandIn(failure);
        if (IsRejected(failure))
        {
            return new ZecTransportException(
                ZecErrorKind.Connection, "ConnectionRejected", $"Could not connect to {endpoint}: {reason}.", cause)
            {
                Aftermath = Aftermath.Refused,
                Fault = IsOfProxy(failure) ? ConnectionFault.Proxy : ConnectionFault.Certificate,
            };
        }

        var isOfTheNetwork = failure is HttpRequestException or IOException or OperationCanceledException or TimeoutException or SocketException;
        if (NeverSent(failure) || (isOfTheNetwork && !wasSent))
        {
            return new ZecTransportException(
                ZecErrorKind.Connection, "ConnectionFailed", $"Could not connect to {endpoint}: {reason}.", cause)
            {
                Aftermath = Aftermath.NotCarriedOut,
                Fault = IsOfProxy(failure) ? ConnectionFault.Proxy : null,
            };
        }

        return isOfTheNetwork
            ? new ZecTransportException(
                ZecErrorKind.Connection, "ConnectionLost", $"The connection to {endpoint} was lost before the answer was whole: {reason}.", cause)
            {
                Aftermath = Aftermath.Unknown,
            }
            : Unexpected(failure, endpoint, wasSent, secrets);
    }

    /// <summary>An exception that neither the service nor the network is known to cause.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="endpoint">Where the request went, or was to go.</param>
    /// <param name="wasSent">Whether the request's body may have been sent.</param>
    /// <param name="secrets">Cleans what the exception says.</param>
    public static ZecTransportException Unexpected(Exception failure, ZecEndpoint endpoint, bool wasSent, SecretFilter secrets) => new(
        ZecErrorKind.Unexpected,
        "UnexpectedError",
        $"The request to {endpoint} ended in an unexpected error ({failure.GetType().FullName}): {Reason(failure, secrets)}.",
        secrets.StandIn(failure))
    {
        Aftermath = wasSent ? Aftermath.Unknown : Aftermath.Refused,
    };

    /// <summary>An attempt that took longer than it may.</summary>
    /// <param name="limit">How long it may take.</param>
    /// <param name="endpoint">Where the request went, or was to go.</param>
    /// <param name="wasSent">Whether the request's body may have been sent; if not, it was the connecting that took too long.</param>
    public static ZecTransportException TimedOut(TimeSpan limit, ZecEndpoint endpoint, bool wasSent) => wasSent
        ? new(ZecErrorKind.Timeout, "RequestTimedOut", $"No whole answer came from {endpoint} within {Seconds(limit)}.")
        {
            Aftermath = Aftermath.Unknown,
        }
        : new(ZecErrorKind.Connection, "ConnectionFailed", $"Could not connect to {endpoint} within {Seconds(limit)}.")
        {
            Aftermath = Aftermath.NotCarriedOut,
        };

    /// <summary>A request that took longer than it may with all its attempts.</summary>
    /// <param name="limit">How long they may take together.</param>
    /// <param name="endpoint">Where the request went, or was to go.</param>
    /// <param name="wasSent">Whether an attempt was under way when the time was over.</param>
    /// <param name="last">What the last attempt that had ended failed with; null where none had.</param>
    public static ZecTransportException OutOfTime(TimeSpan limit, ZecEndpoint endpoint, bool wasSent, ZecException? last)
    {
        var isUnknown = wasSent || last?.OutcomeUnknown == true;
        var what = isUnknown
            ? $"No whole answer came from {endpoint} within {Seconds(limit)}."
            : $"The request to {endpoint} was not carried out within {Seconds(limit)}.";
        return new(
            ZecErrorKind.Timeout,
            "RequestTimedOut",
            last is not null ? $"{what} The last attempt failed: {last.Message}"
                : wasSent ? what
                : $"{what} It was not sent: other requests of the connection had to go first.",
            last)
        {
            RequestId = last?.RequestId,
            HttpStatus = last?.HttpStatus,
            Aftermath = isUnknown ? Aftermath.Unknown : Aftermath.NotCarriedOut,
        };
    }

    /// <summary>A request that ended because somebody stopped the run.</summary>
    /// <param name="endpoint">Where the request went, or was to go.</param>
    /// <param name="wasSent">Whether it was on its way.</param>
    public static ZecTransportException Stopped(ZecEndpoint endpoint, bool wasSent) => new(
        ZecErrorKind.Stopped,
        "Stopped",
        $"The run was stopped {(wasSent ? "before an answer came from" : "before anything was sent to")} {endpoint}.")
    {
        Aftermath = wasSent ? Aftermath.Unknown : Aftermath.NotCarriedOut,
    };

    private static string Seconds(TimeSpan limit) => string.Format(CultureInfo.InvariantCulture, "{0:0.###} s", limit.TotalSeconds);

#if NET
    private static bool NeverSent(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    };

    /// <summary>
    /// What will be no different at the next attempt: a certificate that is not trusted, a proxy that wants another password. TLS
    /// handshakes that fail for other reasons come with an exception inside.
    /// </summary>
    private static bool IsRejected(Exception failure) => failure is HttpRequestException request
        && (request.InnerException is AuthenticationException { InnerException: null }
            || (request.HttpRequestError == HttpRequestError.ProxyTunnelError
                && (int?)request.StatusCode == ServiceErrors.ProxyAuthenticationRequired));

    private static bool IsOfProxy(Exception failure)
        => failure is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError };
#else
    // A socket's or TLS's own fault directly under the request's is one of connecting; once connected, an IOException lies between.
    private static bool NeverSent(Exception failure) => failure.InnerException switch
    {
        SocketException or AuthenticationException => true,
        WebException web => web.Status
            is WebExceptionStatus.NameResolutionFailure
            or WebExceptionStatus.ProxyNameResolutionFailure
            or WebExceptionStatus.ConnectFailure
            or WebExceptionStatus.TrustFailure
            or WebExceptionStatus.SecureChannelFailure,
        _ => false,
    };

    /// <summary>What will be no different at the next attempt: a certificate that is not trusted.</summary>
    private static bool IsRejected(Exception failure) => failure.InnerException
        is AuthenticationException { InnerException: null }
        or WebException { Status: WebExceptionStatus.TrustFailure };

    private static bool IsOfProxy(Exception failure)
        => failure.InnerException is WebException { Status: WebExceptionStatus.ProxyNameResolutionFailure };
#endif

    private static string Reason(Exception failure, SecretFilter secrets) => secrets.QuoteMessage(Innermost(failure)).TrimEnd('.');

    private static Exception Innermost(Exception failure)
    {
        // A time-out says more than the cancellation by which it came about.
        while (failure is not TimeoutException && failure.InnerException is { } inner)
        {
            failure = inner;
        }

        return failure;
    }
}
