namespace ZenlayerZec.Client.Errors;

/// <summary>No whole answer came: the service could not be reached, took too long, or the connection was lost.</summary>
public sealed class ZecTransportException : ZecException
{
    internal ZecTransportException(ZecErrorKind kind, string code, string message, Exception? innerException = null)
        : base(kind, code, message, innerException)
    {
    }
}
