namespace ZenlayerZec.Client.Models;

/// <summary>
/// One answer that objects were read from: all of a page share it. What destroys things decides by it whether a state is fresh enough
/// to act on, and in which account to act.
/// </summary>
internal sealed class Reading
{
    private readonly TimeProvider _clock;
    private readonly long _arrived;

    /// <summary>An answer that arrives now.</summary>
    /// <param name="client">The connection that it came by.</param>
    public Reading(ZecClient client)
    {
        Client = client;
        _clock = client.Options.Clock;
        _arrived = _clock.GetTimestamp();
    }

    /// <summary>The connection that the answer came by.</summary>
    public ZecClient Client { get; }

    /// <summary>The account that it came from.</summary>
    public string Account => Client.Options.Account;

    /// <summary>How long ago the answer arrived.</summary>
    public TimeSpan Age => _clock.GetElapsedTime(_arrived);

    /// <summary>When the answer arrived, by the monotonic time of the connection's clock.</summary>
    public long Arrived => _arrived;
}
