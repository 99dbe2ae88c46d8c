using System.Net.Http.Headers;
using System.Text;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Transport;

/// <summary>One attempt: sign, send, read. Signed anew each time, since a signature is bound to its moment.</summary>
internal sealed class HttpExchange : IDisposable
{
    private const string ContentType = "application/json";

    private readonly ZecEndpoint _endpoint;
    private readonly ServiceClock _clock;
    private readonly GracefulClose _close;
    private readonly ProductInfoHeaderValue _userAgent = new("ZenlayerZec", ZecClient.ModuleVersion);
    private HttpClient? _http;
    private ZecCredential? _credential;
    private SecretFilter _secrets;

    public HttpExchange(ZecClientOptions options)
    {
        _endpoint = options.Endpoint;
        _credential = options.Credential;
        _clock = new ServiceClock(options.Clock);
        var proxy = ProxyRoute.Of(options);
        _secrets = new SecretFilter(options.Credential.Secret).WithProxy(proxy?.Secrets ?? []);
        // The policy bounds attempts, by the connection's own clock; HttpClient's bound would be a second one.
        _http = new HttpClient(options.Handler ?? NetworkHandler.Create(proxy, options.Endpoint)) { Timeout = Timeout.InfiniteTimeSpan };
        _close = new GracefulClose(LetGo);
    }

    /// <summary>Cleans texts from elsewhere; it knows the connection's secrets.</summary>
    public SecretFilter Secrets => _secrets;

    /// <summary>The service's time, as far as it is known.</summary>
    public DateTimeOffset ServiceTime => _clock.Now;

    /// <summary>Begins an attempt; a connection that is closed meanwhile stays usable for it.</summary>
    /// <returns>What to dispose of when the attempt is over.</returns>
    /// <exception cref="ZecConfigurationException">The connection was closed.</exception>
    public IDisposable Begin() => _close.Begin();

    /// <summary>
    /// Sends a request and reads its answer. Every failure from the first byte on is a <see cref="ZecException"/> that says whether
    /// the request may have been carried out; what is thrown before it is signed is not, and nothing was sent then.
    /// </summary>
    /// <exception cref="ZecException">The attempt failed.</exception>
    /// <exception cref="OperationCanceledException">
    /// The caller cancelled it; a <see cref="NeverSentException"/> where that was before the request was sent.
    /// </exception>
    public async Task<ZecAnswer<TResponse>> SendAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action, TRequest request, ExchangeTrace trace, AttemptBound bound)
        where TResponse : class
    {
        var body = RequestJson.BytesOf(request, action.Request);
        var secrets = _secrets.With(body, action.Secrets?.Invoke(request));
        var (signedWith, sent) = (_clock.Now, _clock.Local);
        using var content = new TrackedContent(body);
        using var message = Message(action.Name, action.Version, body, content, signedWith);
        secrets = secrets.WithProof(message.Headers);
        if (trace.WithContent)
        {
            trace.Add($"POST {_endpoint.Service}\n{secrets.Clean(message.Headers)}\n{secrets.Clean(Encoding.UTF8.GetString(body))}\n");
        }

        try
        {
            using var response = await _http!.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, bound.Token).ConfigureAwait(false);
            trace.ClockOffset = _clock.OffsetOf(response.Headers.Date, sent);
            trace.Add(trace.WithContent ? $"HTTP {(int)response.StatusCode}\n{secrets.Clean(response.Headers)}\n" : string.Empty);
            try
            {
                var answer = await new AnswerReader(response, secrets, trace)
                    .ReadAsync(action, bound.Token).ConfigureAwait(false);
                trace.RequestId = answer.RequestId;
                return action.Fault(request, answer.Response) is { } fault
                    ? throw AnswerReader.Nonsense(response, "AnswerInconsistent", $"The answer {fault}.", answer.RequestId)
                    : answer;
            }
            catch (ZecException failure)
            {
                throw WithHeaders(failure, response.Headers, signedWith);
            }
        }
        catch (OperationCanceledException) when (bound.IsOver)
        {
            throw NetworkFailure.TimedOut(bound.Limit, _endpoint, wasSent: !content.TryWithdraw());
        }
        catch (OperationCanceledException cancellation) when (bound.Token.IsCancellationRequested)
        {
            if (content.TryWithdraw())
            {
                throw new NeverSentException(cancellation);
            }

            throw;
        }
        catch (ZecException failure)
        {
            // A proxy asks for a password before it forwards anything. Without the body, nothing was forwarded for certain.
            if (failure.HttpStatus == ServiceErrors.ProxyAuthenticationRequired && content.TryWithdraw())
            {
                failure.Aftermath = Aftermath.Refused;
            }

            throw;
        }
        catch (Exception e)
        {
            throw NetworkFailure.From(e, _endpoint, wasSent: !content.TryWithdraw(), secrets);
        }
    }

    /// <summary>Refuses further attempts. When none is under way any more, the network's connections and the secret are let go.</summary>
    public void Dispose() => _close.Dispose();

    private void LetGo()
    {
        _http!.Dispose();
        _http = null;
        _credential = null;
        _secrets = SecretFilter.None;
    }

    private HttpRequestMessage Message(string action, string version, byte[] body, TrackedContent content, DateTimeOffset time)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, _endpoint.Service)
        {
            Content = content,
#if NET
            // HTTP/2 where TLS offers it, HTTP/1.1 where not.
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
#endif
        };
        content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        message.Headers.Host = _endpoint.Host;
        message.Headers.UserAgent.Add(_userAgent);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(ContentType));
        // .NET Framework would wait for the service's permission to send each body.
        message.Headers.ExpectContinue = false;
        message.Headers.TryAddWithoutValidation("X-ZC-Action", action);
        message.Headers.TryAddWithoutValidation("X-ZC-Version", version);
        foreach (var header in _credential!.Prove(ContentType, _endpoint.Host, time.ToUnixTimeSeconds(), body))
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return message;
    }

    /// <summary>What an answer's headers add to its failure: how long to wait, and what time it is.</summary>
    private ZecException WithHeaders(ZecException failure, HttpResponseHeaders headers, DateTimeOffset signedWith)
    {
        if (failure is ZecServiceException { Code: ServiceErrors.SignatureExpired, Aftermath: Aftermath.Refused } expired)
        {
            expired.ClockCorrected = _clock.Correct(headers.Date, signedWith);
            expired.Aftermath = expired.ClockCorrected ? Aftermath.NotCarriedOut : Aftermath.Refused;
        }

        failure.RetryAfter = AskedWait.Of(headers, ServiceClock.IsPlausible(headers.Date) ? headers.Date!.Value : _clock.Now);
        return failure;
    }
}
