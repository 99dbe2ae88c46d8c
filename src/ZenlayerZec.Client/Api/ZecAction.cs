using System.Text.Json.Serialization.Metadata;

namespace ZenlayerZec.Client.Api;

/// <summary>An action of the API, and how its request and its answer are written.</summary>
/// <param name="Name">The name in the <c>X-ZC-Action</c> header.</param>
/// <param name="IsWrite">Whether it changes something, and so must not be sent again when its outcome is unknown.</param>
/// <param name="Request">How the request is written.</param>
/// <param name="Answer">How the answer is read.</param>
/// <param name="Fault">What makes no sense in an answer to a request, as the end of a sentence; null where it does.</param>
internal sealed record ZecAction<TRequest, TResponse>(
    string Name,
    bool IsWrite,
    JsonTypeInfo<TRequest> Request,
    JsonTypeInfo<ZecEnvelope<TResponse>> Answer,
    Func<TRequest, TResponse, string?> Fault)
    where TResponse : class
{
    /// <summary>The API's version, sent as <c>X-ZC-Version</c>.</summary>
    public string Version { get; init; } = ZecActions.Version;

    /// <summary>How the answer is read at a second attempt, where the first could not be read; null where that is no different.</summary>
    public Func<JsonTypeInfo<ZecEnvelope<TResponse>>>? ThoroughAnswer { get; init; }

    /// <summary>The action as it is called again.</summary>
    public ZecAction<TRequest, TResponse> Again => ThoroughAnswer is null ? this : this with { Answer = ThoroughAnswer() };

    /// <summary>What of a request is secret by more than its property's name; null where nothing is.</summary>
    public Func<TRequest, IEnumerable<string>>? Secrets { get; init; }
}
