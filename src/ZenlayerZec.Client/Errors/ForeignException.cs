namespace ZenlayerZec.Client.Errors;

/// <summary>
/// Stands in for an exception of .NET as the cause of one of this client's: its type and its message, without secrets. The exception itself
/// is not kept, since its message, its data and its properties may quote what a server or a proxy said.
/// </summary>
internal sealed class ForeignException : Exception
{
    /// <param name="message">The type and the message.</param>
    /// <param name="innerException">What stands in for the exception's own cause.</param>
    public ForeignException(string message, ForeignException? innerException)
        : base(message, innerException)
    {
    }
}
