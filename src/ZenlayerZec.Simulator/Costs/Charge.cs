namespace ZenlayerZec.Simulator.Costs;

/// <summary>What one item of a thing costs for a unit of time, with the account's discount.</summary>
/// <param name="Kind">What the thing is: Instance, Disk, Eip or Nic.</param>
/// <param name="Id">The thing.</param>
/// <param name="Item">What is paid for.</param>
/// <param name="Price">The price.</param>
/// <param name="Per">The unit of time: HOUR or MONTH.</param>
internal sealed record Charge(string Kind, string Id, string Item, decimal Price, string Per);
