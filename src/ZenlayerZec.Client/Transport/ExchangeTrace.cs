using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Transport;

/// <summary>Collects what one attempt shows to a person who watches.</summary>
internal sealed class ExchangeTrace(bool withContent)
{
    private string? _content;

    public bool WithContent => withContent;

    public string? RequestId { get; set; }

    /// <summary>The values of the answer that could not be read.</summary>
    public OddValues OddValues { get; } = new();

    /// <summary>How far the service's clock is ahead of this machine's, by the answer; null where it did not say.</summary>
    public TimeSpan? ClockOffset { get; set; }

    public void Add(string what)
    {
        if (withContent)
        {
            _content += what;
        }
    }

    public ZecRequestTrace Finish(string action, int count, int attempt, TimeSpan duration, string outcome)
        => new(action, count, attempt, duration, outcome, RequestId, _content) { ClockOffset = ClockOffset };
}
