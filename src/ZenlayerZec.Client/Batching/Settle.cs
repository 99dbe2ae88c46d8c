using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// How a look at a thing tells whether a request was carried out whose answer was lost. It compares what stood there before, where that is
/// known, with what stands there now.
/// </summary>
internal sealed class Settle
{
    private readonly Func<string?, string?, Fate> _judge;

    private Settle(Func<string?, string?, Fate> judge, string? field = null)
    {
        _judge = judge;
        Field = field;
    }

    /// <summary>The field that the look reads; null for the state.</summary>
    public string? Field { get; }

    /// <summary>For what takes a thing away: it is gone, or in a state that only leads there.</summary>
    /// <param name="going">Those states.</param>
    public static Settle WhenGone(params string[] going)
    {
        var change = WhenState(going);
        return new Settle((before, now) => now is null ? Fate.Took : change.Judge(before, now));
    }

    /// <summary>
    /// For a change of state. In a state that it leads to already, a thing would look the same whether the request took or not.
    /// </summary>
    /// <param name="reached">The states that it leads to.</param>
    public static Settle WhenState(params string[] reached) => new((before, now) =>
        string.IsNullOrEmpty(now) ? Fate.Unknown
        : InstanceStatus.Same(before, now) ? Fate.Stands
        : reached.Any(state => InstanceStatus.Same(state, now)) ? Fate.Took
        : before is null ? Fate.Stands : Fate.Unknown);

    /// <summary>For what sets a field: it has the value. Set twice, it is the same.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static Settle WhenEquals(string field, string value)
        => new((_, now) => now is null ? Fate.Unknown : now == value ? Fate.Took : Fate.Stands, field);

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
