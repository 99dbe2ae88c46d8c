using ZenlayerZec.Simulator.Costs;

namespace ZenlayerZec.Simulator;

/// <content>What the account costs, for tests to compare with.</content>
public sealed partial class ZecSimulator
{
    /// <summary>What every thing of the account costs now; <see cref="Costs.Charges"/> says what counts.</summary>
    internal IReadOnlyList<Charge> Charges => Locked(Costs.Charges.Of);
}
