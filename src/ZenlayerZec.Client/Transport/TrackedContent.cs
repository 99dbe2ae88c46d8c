using System.Net;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// A request's body that knows whether the handler ever asked for it. A service cannot act on a request whose body was never
/// written, whichever exception ended the attempt: the kinds of exceptions differ between handlers and editions, this does not.
/// </summary>
/// <param name="body">The bytes as they were signed.</param>
internal sealed class TrackedContent(byte[] body) : HttpContent
{
    private const int Untouched = 0;
    private const int Written = 1;
    private const int Withdrawn = 2;

    private int _state;

    /// <summary>Withdraws the body, so that a handler which still works on the request cannot send it any more.</summary>
    /// <returns>False where the handler had asked for it before: the service may have got it.</returns>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, Untouched) != Written;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Begin();
        return stream.WriteAsync(body, 0, body.Length);
    }

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin();
        return stream.WriteAsync(body, 0, body.Length, cancellationToken);
    }
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }

    private void Begin()
    {
        // A handler may ask twice: it repeats what it knows to have been left unprocessed.
        if (Interlocked.CompareExchange(ref _state, Written, Untouched) == Withdrawn)
        {
            throw new IOException("The attempt ended before its body was sent.");
        }
    }
}
