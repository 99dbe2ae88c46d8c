using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Transport;

/// <summary>One attempt: sign, send, read. Signed anew each time, since a signature is bound to its moment.</summary>
internal sealed class HttpExchange : IDisposable
{
    private const string ContentType = "application/json";

    private readonly ZecClientOptions _options;
    private readonly ServiceClock _clock;
    private readonly SecretFilter _secrets;
    private readonly HttpClient _http;
    private readonly ProductInfoHeaderValue _userAgent = new("ZenlayerZec", ZecClient.ModuleVersion);

    public HttpExchange(ZecClientOptions options)
    {
        _options = options;
        _clock = new ServiceClock(options.Clock);
        _secrets = new SecretFilter(options.Credential.Secret);
        // The policy bounds attempts, by the connection's own clock; HttpClient's bound would be a second one.
        _http = new HttpClient(options.Handler ?? NetworkHandler.Create(options.Proxy)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The service's time, as far as it is known.</summary>
    public DateTimeOffset ServiceTime => _clock.Now;

    public async Task<TResponse> SendAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action, TRequest request, ExchangeTrace trace, CancellationToken cancellationToken)
        where TResponse : class
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, action.Request);
        var secrets = _secrets.With(body, action.Secrets?.Invoke(request));
        using var message = Message(action.Name, action.Version, body);
        if (trace.WithContent)
        {
            trace.Add($"POST {_options.Endpoint.Service}\n{secrets.Clean(message.Headers)}\n{secrets.Clean(Encoding.UTF8.GetString(body))}\n");
        }

        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            trace.Add(trace.WithContent ? $"HTTP {(int)response.StatusCode}\n{secrets.Clean(response.Headers)}\n" : string.Empty);
            try
            {
                var (answer, requestId, text) = await new AnswerReader(response, secrets)
                    .ReadAsync(action.Answer, trace.WithContent, cancellationToken).ConfigureAwait(false);
                trace.RequestId = requestId;
                trace.Add(text is null ? string.Empty : secrets.Clean(text));
                return action.Fault(request, answer) is { } fault
                    ? throw AnswerReader.Nonsense(response, "AnswerInconsistent", $"The answer {fault}.", requestId)
                    : answer;
            }
            catch (ZecException failure)
            {
                throw WithHeaders(failure, response.Headers);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw NetworkFailure.From(e, _options.Endpoint);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Message(string action, string version, byte[] body)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, _options.Endpoint.Service)
        {
            Content = new ByteArrayContent(body),
#if NET
            // HTTP/2 where TLS offers it, HTTP/1.1 where not.
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
#endif
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        message.Headers.Host = _options.Endpoint.Host;
        message.Headers.UserAgent.Add(_userAgent);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(ContentType));
        message.Headers.TryAddWithoutValidation("X-ZC-Action", action);
        message.Headers.TryAddWithoutValidation("X-ZC-Version", version);
        foreach (var header in _options.Credential.Prove(ContentType, _options.Endpoint.Host, _clock.Now.ToUnixTimeSeconds(), body))
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return message;
    }

    /// <summary>What an answer's headers add to its failure: how long to wait, and what time it is.</summary>
    private ZecException WithHeaders(ZecException failure, HttpResponseHeaders headers)
    {
        failure.RetryAfter = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _options.Clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
            _ => null,
        };
        if (failure is ZecServiceException { Code: ServiceErrors.SignatureExpired } expired && headers.Date is { } now)
        {
            expired.ClockCorrected = _clock.Correct(now);
        }

        return failure;
    }
}
