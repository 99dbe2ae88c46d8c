namespace ZenlayerZec.Simulator.Wire;

/// <summary>Lets so many requests through in any one second.</summary>
internal sealed class RequestRate(int perSecond, TimeProvider clock)
{
    private readonly Queue<DateTimeOffset> _recent = new();

    public bool Allows()
    {
        var now = clock.GetUtcNow();
        while (_recent.Count > 0 && now - _recent.Peek() >= TimeSpan.FromSeconds(1))
        {
            _recent.Dequeue();
        }

        if (_recent.Count >= perSecond)
        {
            return false;
        }

        _recent.Enqueue(now);
        return true;
    }
}
