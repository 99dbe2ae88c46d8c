using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// How a look at a thing tells whether a request was carried out whose answer was lost. It compares what stood there before, where that is
/// known, with what stands there now.
/// </summary>
internal sealed class Settle
{
    /// <summary>What is read of a thing that is as it was to be; no state and no name has a control character.</summary>
    private const string AsWanted = "\u0006";

    private readonly Func<string?, string?, Fate> _judge;
    private readonly Func<ZecObject, string?>? _read;

    private Settle(Func<string?, string?, Fate> judge, Func<ZecObject, string?>? read = null)
    {
        _judge = judge;
        _read = read;
    }

    /// <summary>For what no look can tell: it stays unknown.</summary>
    public static Settle Nothing { get; } = new((_, _) => Fate.Unknown);

    /// <summary>Whether a look has to read things whole, and not only their states.</summary>
    public bool ReadsWhole => _read is not null;

    /// <summary>For what takes a thing away: it is gone, or in a state that only leads there.</summary>
    /// <param name="states">How the kind calls its states.</param>
    /// <param name="going">Those states.</param>
    public static Settle WhenGone(KindStates states, params string[] going)
    {
        var change = WhenState(states, going);
        return new Settle((before, now) => now is null ? Fate.Took : change.Judge(before, now));
    }

    /// <summary>
    /// For a change of state. In a state that it leads to already, a thing would look the same whether the request took or not.
    /// </summary>
    /// <param name="states">How the kind calls its states.</param>
    /// <param name="reached">The states that it leads to.</param>
    public static Settle WhenState(KindStates states, params string[] reached) => new((before, now) =>
        string.IsNullOrEmpty(now) ? Fate.Unknown
        : states.Same(before, now) ? Fate.Stands
        : reached.Any(state => states.Same(state, now)) ? Fate.Took
        : before is null ? Fate.Stands : Fate.Unknown);

    /// <summary>For what sets a field: it has the value. Set twice, it is the same.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static Settle WhenEquals<TItem>(Func<TItem, string?> field, string value)
        where TItem : ZecObject
        => new((_, now) => now is null ? Fate.Unknown : now == value ? Fate.Took : Fate.Stands, item => field((TItem)item));

    /// <summary>For what is told by more than one field: the thing is as it was to be, which nothing else explains.</summary>
    /// <param name="state">The state of a thing, to tell it where it is not.</param>
    /// <param name="holds">Whether a thing is as it was to be.</param>
    public static Settle When<TItem>(Func<TItem, string?> state, Func<TItem, bool> holds)
        where TItem : ZecObject
        => new(
            (_, now) => now is null ? Fate.Unknown : now == AsWanted ? Fate.Took : Fate.Stands,
            item => holds((TItem)item) ? AsWanted : state((TItem)item));

    /// <summary>What a look reads of a thing.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="item">The thing; null where it is not there.</param>
    public string? Read(ResourceKind kind, ZecObject? item) => item is null ? null : _read is null ? kind.Stands(item) : _read(item) ?? string.Empty;

    /// <summary>What became of a request.</summary>
    /// <param name="before">The state before; null where it was not read.</param>
    /// <param name="now">The state, or the field, now; null where the thing is not there.</param>
    public Fate Judge(string? before, string? now) => _judge(before, now);
}

/// <summary>What a look tells of a request whose answer was lost.</summary>
internal enum Fate
{
    /// <summary>The request was carried out, or the thing is where it was to go.</summary>
    Took,

    /// <summary>The thing has not changed.</summary>
    Stands,

    /// <summary>It cannot be told.</summary>
    Unknown,
}
