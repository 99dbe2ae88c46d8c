#if !NET
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
#endif
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Transport;

/// <summary>Tells from the network's own exceptions whether a request can have reached the service.</summary>
internal static class NetworkFailure
{
    public static ZecTransportException From(Exception failure, ZecEndpoint endpoint)
    {
        var reason = Innermost(failure).Message.TrimEnd('.');
        return NeverSent(failure)
            ? new ZecTransportException(
                ZecErrorKind.Connection, "ConnectionFailed", $"Could not connect to {endpoint}: {reason}.", failure)
            {
                Aftermath = Aftermath.NotCarriedOut,
            }
            : new ZecTransportException(
                ZecErrorKind.Connection, "ConnectionLost", $"The connection to {endpoint} was lost before the answer was whole: {reason}.", failure)
            {
                Aftermath = Aftermath.Unknown,
            };
    }

    public static ZecTransportException TimedOut(TimeSpan limit, ZecEndpoint endpoint) => new(
        ZecErrorKind.Timeout, "RequestTimedOut", $"No whole answer came from {endpoint} within {limit.TotalSeconds:0.###} s.")
    {
        Aftermath = Aftermath.Unknown,
    };

    /// <param name="endpoint">Where the request went, or was to go.</param>
    /// <param name="wasSent">Whether it was on its way.</param>
    public static ZecTransportException Stopped(ZecEndpoint endpoint, bool wasSent) => new(
        ZecErrorKind.Stopped, "Stopped", $"The run was stopped {(wasSent ? "before an answer came from" : "before anything was sent to")} {endpoint}.")
    {
        Aftermath = wasSent ? Aftermath.Unknown : Aftermath.NotCarriedOut,
    };

#if NET
    private static bool NeverSent(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    };
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
#endif

    private static Exception Innermost(Exception failure)
    {
        while (failure.InnerException is { } inner)
        {
            failure = inner;
        }

        return failure;
    }
}
