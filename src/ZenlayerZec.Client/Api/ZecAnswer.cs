namespace ZenlayerZec.Client.Api;

/// <summary>
/// What a request was answered. A class, for .NET brings the asynchronous methods of classes compiled; those of a tuple are compiled in
/// every process.
/// </summary>
/// <param name="Response">The action's own answer.</param>
/// <param name="RequestId">The request's ID.</param>
internal sealed record ZecAnswer<TResponse>(TResponse Response, string? RequestId)
    where TResponse : class;
