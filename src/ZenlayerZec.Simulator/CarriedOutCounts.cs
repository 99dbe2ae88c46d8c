namespace ZenlayerZec.Simulator;

/// <summary>How often each action took effect on each thing: by requests, and apart from them by another client's doing.</summary>
internal sealed class CarriedOutCounts
{
    private readonly Dictionary<(string Action, string Id, bool ByOther), int> _counts = [];

    /// <summary>Whether what is carried out just now is another client's doing.</summary>
    public bool ActsForOther { get; set; }

    public int Of(string action, string id, bool byOther = false) => _counts.TryGetValue((action, id, byOther), out var count) ? count : 0;

    /// <summary>Notes that an action took effect on a thing.</summary>
    public void Add(string action, string id) => _counts[(action, id, ActsForOther)] = Of(action, id, ActsForOther) + 1;
}
