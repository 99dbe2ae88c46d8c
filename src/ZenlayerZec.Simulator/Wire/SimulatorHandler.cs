using System.Net;

namespace ZenlayerZec.Simulator.Wire;

/// <summary>Carries an HttpClient's requests to the simulator without a network, and fails as a network does.</summary>
internal sealed class SimulatorHandler(ZecSimulator simulator) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.AsEnumerable();
        var body = Array.Empty<byte>();
        if (request.Content is { } content)
        {
#if NET
            body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
#else
            body = await content.ReadAsByteArrayAsync().ConfigureAwait(false);
#endif
            headers = headers.Concat(content.Headers);
        }

        var received = new SimulatedRequest(
            request.Method.Method,
            request.RequestUri!.AbsolutePath,
            headers.Select(header => new KeyValuePair<string, string>(header.Key, string.Join(", ", header.Value))),
            body);
        return Translate(await simulator.AnswerAsync(received, cancellationToken).ConfigureAwait(false), request);
    }

    private static HttpResponseMessage Translate(SimulatedAnswer answer, HttpRequestMessage request)
    {
        switch (answer.Ending)
        {
            case AnswerEnding.Refused:
                throw answer.Failure?.Invoke() ?? Failure(connecting: true, "The simulated connection was refused.");
            case AnswerEnding.Dropped:
                throw answer.Failure?.Invoke() ?? Failure(connecting: false, "The simulated connection was lost.");
        }

        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new StreamContent(answer.OpenBody()),
        };
        if (answer.ContentType is { } contentType)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach (var header in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return response;
    }

#if NET
    private static HttpRequestException Failure(bool connecting, string message)
        => new(connecting ? HttpRequestError.ConnectionError : HttpRequestError.ResponseEnded, message);
#else
    private static HttpRequestException Failure(bool connecting, string message) => new(
        message,
        connecting
            ? new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused)
            : new IOException(message));
#endif
}
