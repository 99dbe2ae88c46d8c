namespace ZenlayerZec.Client;

/// <summary>A call that succeeded, and what is worth telling of how.</summary>
/// <typeparam name="TResponse">The action's answer.</typeparam>
public sealed class ZecSent<TResponse>
    where TResponse : class
{
    internal ZecSent(TResponse response, string? requestId, int attempts)
    {
        Response = response;
        RequestId = requestId;
        Attempts = attempts;
    }

    /// <summary>The answer.</summary>
    public TResponse Response { get; }

    /// <summary>The request's ID for the vendor's support.</summary>
    public string? RequestId { get; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; }
}
