namespace ZenlayerZec.Client.Errors;

/// <summary>No whole answer came: the service could not be reached, took too long, or the connection was lost.</summary>
public sealed class ZecTransportException : ZecException
{
    internal ZecTransportException(ZecErrorKind kind, string code, string message, Exception? innerException = null)
        : base(kind, code, message, innerException)
    {
    }

    /// <summary>What refused the connection; null where it was not refused, or nobody says by what.</summary>
    internal ConnectionFault? Fault { get; init; }
}

/// <summary>What stands between this machine and the service, and refused a connection.</summary>
internal enum ConnectionFault
{
    /// <summary>The certificate is not trusted, so that this machine refused.</summary>
    Certificate,

    /// <summary>The proxy.</summary>
    Proxy,
}
