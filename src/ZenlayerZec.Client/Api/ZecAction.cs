using System.Text.Json.Serialization.Metadata;

namespace ZenlayerZec.Client.Api;

/// <summary>An action of the API, and how its request and its answer are written.</summary>
/// <param name="Name">The name in the <c>X-ZC-Action</c> header.</param>
/// <param name="IsWrite">Whether it changes something, and so must not be sent again when its outcome is unknown.</param>
/// <param name="Request">How the request is written.</param>
/// <param name="Answer">How the answer is read.</param>
/// <param name="Fault">The fault of an answer that does not fit its request, as the end of a sentence; null if it fits.</param>
internal sealed record ZecAction<TRequest, TResponse>(
    string Name,
    bool IsWrite,
    JsonTypeInfo<TRequest> Request,
    JsonTypeInfo<ZecEnvelope<TResponse>> Answer,
    Func<TRequest, TResponse, string?> Fault)
    where TResponse : class
{
    /// <summary>The API version, sent as <c>X-ZC-Version</c>.</summary>
    public string Version { get; init; } = ZecActions.Version;

    /// <summary>How the answer is read in a second attempt, after it could not be read in the first; null if there is no other way.</summary>
    public Func<JsonTypeInfo<ZecEnvelope<TResponse>>>? ThoroughAnswer { get; init; }

    /// <summary>The action for a second attempt.</summary>
    public ZecAction<TRequest, TResponse> Again => ThoroughAnswer is null ? this : this with { Answer = ThoroughAnswer() };

    /// <summary>The secrets of a request that their property's name does not give away; null if there are none.</summary>
    public Func<TRequest, IEnumerable<string>>? Secrets { get; init; }
}
