namespace ZenlayerZec.Client.Kinds;

/// <summary>
/// The states that the API documents for a kind of thing, and what they mean. The set is open: an unknown state is passed on as it is.
/// </summary>
/// <param name="all">The documented states.</param>
internal sealed class KindStates(params string[] all)
{
    /// <summary>For things that have no state, such as policies: they are there or not.</summary>
    public static KindStates None { get; } = new();

    /// <summary>The documented states.</summary>
    public IReadOnlyList<string> All { get; } = all;

    /// <summary>Other names that the API has for a state. One that was missed for its name would be a recycle bin that nobody sees.</summary>
    public IReadOnlyDictionary<string, string> OtherNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The states in which somebody may have begun to need a thing since it was read as not in use.</summary>
    public IReadOnlyList<string> InUse { get; init; } = [];

    /// <summary>The state of what lies in the recycle bin; null where there is no bin.</summary>
    public string? Bin { get; init; }

    /// <summary>
    /// The way out, in its order, each state with the end of a sentence that begins with "it"; nothing leads from it to where a thing is usable.
    /// </summary>
    public IReadOnlyList<(string State, string Reason)> WayOut { get; init; } = [];

    /// <summary>The states of what failed: a thing goes nowhere from them but away.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];

    /// <summary>The name among <see cref="All"/>, in capitals.</summary>
    /// <param name="state">A state in any spelling.</param>
    public string? Named(string? state) => state?.ToUpperInvariant() is { } name ? OtherNames.TryGetValue(name, out var known) ? known : name : null;

    /// <summary>Whether two states are the same, whatever they are called.</summary>
    /// <param name="left">A state.</param>
    /// <param name="right">Another state.</param>
    public bool Same(string? left, string? right) => Named(left) == Named(right);

    /// <summary>Whether a thing in a state is in use.</summary>
    /// <param name="state">The state.</param>
    public bool IsInUse(string? state) => InUse.Any(used => Same(used, state));

    /// <summary>Whether a thing in a state lies in the recycle bin.</summary>
    /// <param name="state">The state.</param>
    public bool IsInBin(string? state) => Bin is not null && Same(Bin, state);

    /// <summary>Whether a thing in a state is on its way out, or in the recycle bin.</summary>
    /// <param name="state">The state.</param>
    public bool IsOnWayOut(string? state) => Step(state) >= 0;

    /// <summary>Whether anything leads from a state to another one.</summary>
    /// <param name="from">The state now.</param>
    /// <param name="to">The state to reach.</param>
    public bool CanReach(string from, string to)
    {
        // What lies in the bin may be released again, and then be on its way until it is gone.
        if (WayOut.Count > 0 && Same(to, WayOut[0].State))
        {
            return true;
        }

        var step = Step(to);
        return step >= 0 ? Step(from) <= step : Step(from) < 0 && !Failed.Any(end => Same(end, from));
    }

    /// <summary>How far on the way out a state is; less than zero where it is not on it.</summary>
    private int Step(string? state)
    {
        for (var i = 0; i < WayOut.Count; i++)
        {
            if (Same(WayOut[i].State, state))
            {
                return i;
            }
        }

        return -1;
    }
}
