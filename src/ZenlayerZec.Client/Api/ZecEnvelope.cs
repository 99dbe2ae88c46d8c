namespace ZenlayerZec.Client.Api;

/// <summary>
/// The envelope of every answer: <c>{"requestId","response"}</c> on success, <c>{"requestId","code","message"}</c> on
/// failure.
/// </summary>
/// <typeparam name="TResponse">The action's own answer.</typeparam>
internal sealed class ZecEnvelope<TResponse>
    where TResponse : class
{
    public string? RequestId { get; set; }

    public string? Code { get; set; }

    public string? Message { get; set; }

    public TResponse? Response { get; set; }
}
