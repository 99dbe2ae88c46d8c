using System.Text;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator;

/// <summary>
/// Something that goes wrong with one request. Most kinds can strike before the request is carried out or after, and some of them
/// long before, which a client cannot tell apart.
/// </summary>
public sealed partial class SimulatedFault
{
    private readonly Action<SimulatedAnswer> _disturb;

    private SimulatedFault(string name, bool carriesOut, Action<SimulatedAnswer> disturb)
    {
        Name = name;
        CarriesOut = carriesOut;
        _disturb = disturb;
    }

    /// <summary>What it is, in words.</summary>
    public string Name { get; }

    /// <summary>Whether the request is carried out all the same, before its answer is lost.</summary>
    public bool CarriesOut { get; }

    /// <summary>How much later than its answer was lost the request is carried out; null where that does not happen.</summary>
    public TimeSpan? EffectAfter { get; private init; }

    /// <summary>Whether the service never gets the request.</summary>
    private bool NeverArrives { get; init; }

    /// <summary>
    /// A fault whose request takes effect after its answer was lost, on the account as it is by then. A request that the service does not
    /// let in has no effect later either.
    /// </summary>
    /// <param name="after">How much later, by the simulator's clock.</param>
    /// <param name="ending">What becomes of the answer. It must neither carry the request out itself nor keep it from arriving.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException">The ending carries the request out itself, or says that it never arrived.</exception>
    public static SimulatedFault Late(TimeSpan after, SimulatedFault ending)
    {
        _ = ending ?? throw new ArgumentNullException(nameof(ending));
        return ending.CarriesOut || ending.EffectAfter is not null || ending.NeverArrives
            ? throw new ArgumentException($"'{ending}' has no effect that could come late.", nameof(ending))
            : new SimulatedFault(ending.Name, carriesOut: false, ending._disturb) { EffectAfter = after };
    }

    /// <summary>What it is.</summary>
    public override string ToString() => this switch
    {
        { EffectAfter: { } after } => $"{Name}, carried out {after.TotalSeconds} s later",
        { CarriesOut: true } => $"{Name}, carried out",
        _ => Name,
    };

    internal void Disturb(SimulatedAnswer answer) => _disturb(answer);

    /// <summary>The same fault with something more done to the answer.</summary>
    private SimulatedFault With(string what, Action<SimulatedAnswer> disturb) => new($"{Name}, {what}", CarriesOut, answer =>
    {
        _disturb(answer);
        disturb(answer);
    })
    {
        EffectAfter = EffectAfter,
        NeverArrives = NeverArrives,
    };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
