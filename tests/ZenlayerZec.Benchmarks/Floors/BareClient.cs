using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using ZenlayerZec.Benchmarks.Subjects;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Signing;

namespace ZenlayerZec.Benchmarks.Floors;

/// <summary>
/// The least that the same requests can take: one HttpClient, nothing retried, nothing checked, requests made and signed before
/// the clock runs. It sends what the module sends, byte for byte but for the time and the signature.
/// </summary>
internal sealed class BareClient(Uri endpoint) : IDisposable
{
    private const string ContentType = "application/json";

    private readonly Uri _service = new(endpoint, "/api/v2/zec");
    private readonly HttpClient _http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseCookies = false });

    public HttpRequestMessage Request(string action, byte[] body)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, _service)
        {
            Content = new ByteArrayContent(body),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        message.Headers.Host = endpoint.Authority;
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("ZenlayerZec", ZenlayerZec.Client.ZecClient.ModuleVersion));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(ContentType));
        message.Headers.TryAddWithoutValidation("X-ZC-Action", action);
        message.Headers.TryAddWithoutValidation("X-ZC-Version", ZecActions.Version);
        message.Headers.TryAddWithoutValidation("X-ZC-Timestamp", time.ToString(CultureInfo.InvariantCulture));
        message.Headers.TryAddWithoutValidation("X-ZC-Signature-Method", Zc2Signature.Method);
        message.Headers.TryAddWithoutValidation("Authorization", Zc2Signature.Authorization(
            SimulatorProcess.AccessKeyId, SimulatorProcess.AccessKeySecret, ContentType, endpoint.Authority, time, body));
        return message;
    }

    /// <summary>Sends requests, so many at a time, and does something with each answer's stream.</summary>
    public Task SendAllAsync(IReadOnlyList<HttpRequestMessage> requests, int mostAtOnce, Func<Stream, Task> read)
        => SendAllAsync(requests, mostAtOnce, (_, answer) => read(answer), takesRefusals: false);

    /// <summary>Sends requests, so many at a time, and does something with each answer's stream.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="mostAtOnce">How many at a time.</param>
    /// <param name="read">What is done with the answer to a request.</param>
    /// <param name="takesRefusals">Whether what the service refuses is an answer too, such as of the price of what is sold out.</param>
    public async Task SendAllAsync(IReadOnlyList<HttpRequestMessage> requests, int mostAtOnce, Func<HttpRequestMessage, Stream, Task> read, bool takesRefusals)
        => await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = mostAtOnce },
            async (request, cancellationToken) =>
            {
                using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (!takesRefusals)
                {
                    response.EnsureSuccessStatusCode();
                }

                await read(request, await response.Content.ReadAsStreamAsync(cancellationToken));
            });

    /// <summary>Sends a request and gives the answer's bytes.</summary>
    public async Task<byte[]> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _http.Dispose();
}
