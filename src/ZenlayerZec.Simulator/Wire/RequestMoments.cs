namespace ZenlayerZec.Simulator.Wire;

/// <summary>What is to happen once, at the first request that it waits for.</summary>
internal sealed class RequestMoments
{
    private readonly List<KeyValuePair<Func<SimulatedRequest, bool>, Action>> _awaited = [];

    public void Add(Func<SimulatedRequest, bool> request, Action happen) => _awaited.Add(new(request, happen));

    /// <summary>Lets happen what waits for this request, in the order in which it was added.</summary>
    public void Come(SimulatedRequest request)
    {
        foreach (var moment in _awaited.Where(moment => moment.Key(request)).ToArray())
        {
            _awaited.Remove(moment);
            moment.Value();
        }
    }
}
