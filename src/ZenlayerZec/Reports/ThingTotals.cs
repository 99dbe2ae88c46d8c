using ZenlayerZec.Client.Costs;

namespace ZenlayerZec.Reports;

/// <summary>How many things there are of each kind, and what they cost. A thing that is added again, such as one of two plans, counts once.</summary>
internal sealed class ThingTotals
{
    private readonly HashSet<(string? Account, string Kind, string Id)> _known = [];
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly List<ZecCost> _costs = [];

    /// <summary>The kinds, in the order in which they came.</summary>
    public IEnumerable<string> Kinds => _kinds.Keys;

    /// <summary>What the things cost.</summary>
    public IReadOnlyCollection<ZecCost> Costs => _costs;

    /// <summary>How many things have a cost that is not known.</summary>
    public int NotPriced { get; private set; }

    /// <summary>How many things came again, and were not counted.</summary>
    public int Repeated { get; private set; }

    /// <summary>How many things there are of a kind.</summary>
    public int Count(string kind) => _kinds.TryGetValue(kind, out var count) ? count : 0;

    /// <summary>Adds a thing.</summary>
    /// <param name="account">The account that it is in.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its ID.</param>
    /// <param name="costs">What it costs.</param>
    /// <param name="isNotPriced">Whether a cost of it is not known.</param>
    public void Add(string? account, string kind, string id, IEnumerable<ZecCost> costs, bool isNotPriced)
    {
        if (!_known.Add((account, kind, id)))
        {
            Repeated++;
            return;
        }

        _kinds[kind] = Count(kind) + 1;
        _costs.AddRange(costs);
        NotPriced += isNotPriced ? 1 : 0;
    }
}
