using System.Net;
using System.Text;
using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// Reads an answer from its stream into what the action promises, or into the exception that says why there is none. Only
/// HTTP 200 with a whole envelope and no code is success.
/// </summary>
/// <param name="response">The answer; its body not read yet.</param>
/// <param name="secrets">Cleans whatever text goes into a message.</param>
/// <param name="trace">Gets the body's text where somebody watches, and the values that could not be read.</param>
internal sealed class AnswerReader(HttpResponseMessage response, SecretFilter secrets, ExchangeTrace trace)
{
    private int Status => (int)response.StatusCode;

    /// <summary>An answer that makes no sense; what was asked may have been done all the same.</summary>
    public static ZecAnswerException Nonsense(HttpResponseMessage response, string code, string message, string? requestId) => new(code, message)
    {
        HttpStatus = (int)response.StatusCode,
        RequestId = requestId,
        Aftermath = Aftermath.Unknown,
    };

    /// <summary>Reads the envelope, as JSON whatever the answer's media type says: proxies and gateways change it.</summary>
    /// <param name="action">What was asked.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The action's answer and the requestId.</returns>
    public async Task<ZecAnswer<TResponse>> ReadAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action, CancellationToken cancellationToken)
        where TResponse : class
    {
        if (BlockedOnTheWay() is { } blocked)
        {
            throw blocked;
        }

#if NET
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        cancellationToken.ThrowIfCancellationRequested();
        using var stream = new AbandonedStream(await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
#endif
        ZecEnvelope<TResponse>? envelope;
        try
        {
            using var body = await AnswerBody.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
            secrets.Clean(body);
            Keep(body);
            envelope = EnvelopeJson.Read(body.Bytes, action, trace.OddValues);
        }
        catch (Exception e) when (IsMalformed(e))
        {
            throw NotTheApis();
        }

        var requestId = Quote(envelope?.RequestId);
        return new ZecAnswer<TResponse>(Judge(envelope, requestId), requestId);
    }

    /// <summary>JSON that is none, text that is not UTF-8, or a compressed body that is corrupt: brotli's stream throws the last two.</summary>
    private static bool IsMalformed(Exception e)
        => e is JsonException or InvalidDataException or NotSupportedException || (e is InvalidOperationException and not ObjectDisposedException);

    private static string? FailureIn(string? code)
        => string.IsNullOrEmpty(code) || string.Equals(code, "SUCCESS", StringComparison.OrdinalIgnoreCase) ? null : code;

    private void Keep(AnswerBody body)
    {
        if (trace.WithContent)
        {
            trace.Add(secrets.Clean(Encoding.UTF8.GetString(body.Bytes.ToArray())));
        }
    }

    private TResponse Judge<TResponse>(ZecEnvelope<TResponse>? envelope, string? requestId)
        where TResponse : class
    {
        if (response.StatusCode == HttpStatusCode.OK)
        {
            var inner = envelope?.Response as IMayCarryError;
            if ((FailureIn(envelope?.Code) ?? FailureIn(inner?.Code)) is { } code)
            {
                throw Nonsense(
                    "AnswerContradictory",
                    $"The answer is HTTP 200 and carries the error {Quote(code)}: {Quote(envelope!.Message ?? inner?.Message)}",
                    requestId);
            }

            return envelope?.Response ?? throw Nonsense("AnswerEmpty", "The answer is HTTP 200 and has no response in it.", requestId);
        }

        throw Status is >= 400 and < 600
            ? ServiceErrors.From(Status, Quote(FailureIn(envelope?.Code)), Quote(envelope?.Message), requestId)
            : Nonsense("AnswerUnexpected", $"The answer is HTTP {Status}, which the API does not give.", requestId);
    }

    /// <summary>The blocks of the network edge in front of the service, which answer in HTML.</summary>
    private ZecServiceException? BlockedOnTheWay()
    {
        if (Status == 403 && response.Headers.Contains("cf-mitigated"))
        {
            return new ZecServiceException(
                ZecErrorKind.Blocked,
                "SECURITY_CHALLENGE",
                "The network edge in front of the service asks for a browser challenge (HTTP 403, cf-mitigated), and so lets no "
                + "program through from this address. Ask the vendor to allow it, or send from another network.")
            {
                HttpStatus = Status,
            };
        }

        return Status == 451
            ? new ZecServiceException(
                ZecErrorKind.Blocked,
                "REQUEST_BLOCKED",
                "The network edge in front of the service blocked the request (HTTP 451), for legal or policy reasons of the place "
                + "that it came from.")
            {
                HttpStatus = Status,
            }
            : null;
    }

    private ZecException NotTheApis()
    {
        var type = Quote(response.Content.Headers.ContentType?.MediaType);
        var isJson = type is null || type.EndsWith("json", StringComparison.OrdinalIgnoreCase);
        return Status switch
        {
            >= 400 and < 600 => ServiceErrors.From(
                Status, null, isJson ? "the answer is not the JSON that the API gives" : $"the answer is {type}, not the API's JSON", null),
            _ when isJson => Nonsense("AnswerMalformed", "The answer is not the JSON that the API gives."),
            _ => Nonsense(
                "AnswerNotJson",
                $"The endpoint answered HTTP {Status} with {type} in place of JSON: it is not the ZEC API. Check the endpoint and the proxy."),
        };
    }

    private ZecAnswerException Nonsense(string code, string message, string? requestId = null)
        => Nonsense(response, code, message, requestId);

    private string? Quote(string? text) => text is null ? null : secrets.Quote(text);
}
