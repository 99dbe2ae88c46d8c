using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Api;

/// <summary>An action of the API, and how its request and its answer are written.</summary>
/// <param name="Name">The name in the <c>X-ZC-Action</c> header.</param>
/// <param name="IsWrite">Whether it changes something, and so must not be sent again when its outcome is unknown.</param>
/// <param name="Request">Writes the request.</param>
/// <param name="Answer">Reads the answer: that of a change strictly, since it decides what was done.</param>
/// <param name="Fault">The fault of an answer that does not fit its request, as the end of a sentence; null if it fits.</param>
internal sealed record ZecAction<TRequest, TResponse>(
    string Name,
    bool IsWrite,
    JsonWriting<TRequest> Request,
    JsonReading<TResponse> Answer,
    Func<TRequest, TResponse, string?> Fault)
    where TResponse : class
{
    /// <summary>The API version, sent as <c>X-ZC-Version</c>.</summary>
    public string Version { get; init; } = ZecActions.Version;

    /// <summary>The secrets of a request that their property's name does not give away; null if there are none.</summary>
    public Func<TRequest, IEnumerable<string>>? Secrets { get; init; }
}
