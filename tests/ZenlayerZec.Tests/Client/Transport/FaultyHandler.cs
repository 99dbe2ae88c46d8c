using System.Net;

namespace ZenlayerZec.Tests.Client.Transport;

/// <summary>Where a <see cref="FaultyHandler"/> throws.</summary>
public enum FaultPlace
{
    /// <summary>Before it has asked for the request's body, as while it connects.</summary>
    Connecting,

    /// <summary>After it has sent the request's body.</summary>
    Waiting,

    /// <summary>While the answer's body is read.</summary>
    Reading,
}

/// <summary>Throws what a test wants, where it wants, in place of a network.</summary>
internal sealed class FaultyHandler(FaultPlace place, Func<Exception> exception) : HttpMessageHandler
{
    public int Calls { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        if (place == FaultPlace.Connecting)
        {
            throw exception();
        }

        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        return place == FaultPlace.Waiting
            ? throw exception()
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new FaultyStream(exception)) };
    }

    private sealed class FaultyStream(Func<Exception> exception) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw exception();
    }
}
