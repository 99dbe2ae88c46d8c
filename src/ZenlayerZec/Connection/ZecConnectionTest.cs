using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Client.Transport;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Connection;

/// <summary>What one request over a connection showed. It holds no secret.</summary>
public sealed class ZecConnectionTest
{
    /// <summary>More than this, the service refuses signatures.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    internal ZecConnectionTest(ZecConnection connection, string? surroundingProxy, ZecException? failure, ZecRequestTrace? trace)
    {
        Account = connection.Account;
        Endpoint = connection.Endpoint;
        AccessKeyId = connection.AccessKeyId;
        CredentialSource = connection.CredentialSource;
        Proxy = connection.Proxy ?? surroundingProxy;
        Succeeded = failure is null;
        Attempts = trace is null ? 0 : 1;
        Duration = trace?.Duration ?? TimeSpan.Zero;
        RequestId = failure?.RequestId ?? trace?.RequestId;

        // Only what has a requestId is the service's own answer: a proxy's clock says nothing.
        ClockOffset = RequestId is null ? null : trace?.ClockOffset;
        if (failure is not null)
        {
            Problem = ProblemOf(failure, ClockOffset);
            ErrorCode = failure.Code;
            Message = VisibleText.Of(failure.Message);
            Advice = VisibleText.Of(ErrorRecords.Advice(failure));
        }

        CanReadInstances = failure is null ? true : failure.Kind == ZecErrorKind.Permission ? false : null;
    }

    /// <summary>The account.</summary>
    public string Account { get; }

    /// <summary>Where the request went; <c>simulator</c> where it went nowhere.</summary>
    public string Endpoint { get; }

    /// <summary>Whether the service answered, accepted the credentials and listed instances.</summary>
    public bool Succeeded { get; }

    /// <summary>
    /// What is wrong: Credentials, Permission, Clock, Certificate, Proxy, Network, Blocked, RateLimit, Service or Connection; null where
    /// nothing is.
    /// </summary>
    public string? Problem { get; }

    /// <summary>The error's code, by the service or this module; null where there is none.</summary>
    public string? ErrorCode { get; }

    /// <summary>The error as a sentence; null where there is none.</summary>
    public string? Message { get; }

    /// <summary>What can be done about it; null where nothing has to be.</summary>
    public string? Advice { get; }

    /// <summary>Whether the credentials may list instances; null where that is not known, since the request did not get so far.</summary>
    public bool? CanReadInstances { get; }

    /// <summary>How far the service's clock is ahead of this machine's, to the second; null where the service did not say.</summary>
    public TimeSpan? ClockOffset { get; }

    /// <summary>The proxy, from the connection, the environment or the system, without its user; null where there is none.</summary>
    public string? Proxy { get; }

    /// <summary>The access key's ID; null for a token.</summary>
    public string? AccessKeyId { get; }

    /// <summary>Where the credentials came from, in words.</summary>
    public string CredentialSource { get; }

    /// <summary>How long the request took.</summary>
    public TimeSpan Duration { get; }

    /// <summary>How often the request was sent: once, or never where the connection is closed.</summary>
    public int Attempts { get; }

    /// <summary>The request's ID, for the vendor's support; null where no answer gave one.</summary>
    public string? RequestId { get; }

    /// <summary>One line.</summary>
    public override string ToString() => Succeeded ? $"{Account}: succeeded" : $"{Account}: {Problem} ({ErrorCode})";

    private static string ProblemOf(ZecException failure, TimeSpan? clockOffset) => failure switch
    {
        { Code: ServiceErrors.SignatureExpired } => "Clock",
        { Kind: ZecErrorKind.Authentication } when clockOffset?.Duration() > ClockTolerance => "Clock",
        { Kind: ZecErrorKind.Authentication } => "Credentials",
        { Kind: ZecErrorKind.Permission } => "Permission",
        ZecTransportException { Fault: ConnectionFault.Certificate } => "Certificate",
        ZecTransportException { Fault: ConnectionFault.Proxy } => "Proxy",
        { HttpStatus: ServiceErrors.ProxyAuthenticationRequired } => "Proxy",
        { Kind: ZecErrorKind.Connection or ZecErrorKind.Timeout } => "Network",
        { Kind: ZecErrorKind.Blocked } => "Blocked",
        { Kind: ZecErrorKind.RateLimit } => "RateLimit",
        { Kind: ZecErrorKind.Configuration } => "Connection",
        _ => "Service",
    };
}
