namespace ZenlayerZec.Simulator;

/// <summary>A request that the simulator got, for tests to look at.</summary>
/// <param name="Action">The action's name.</param>
/// <param name="Body">The body as it came.</param>
/// <param name="Time">When, by the simulator's clock.</param>
/// <param name="Status">The HTTP status that it was answered with.</param>
/// <param name="Fault">What went wrong on purpose; null where nothing did.</param>
/// <param name="UserAgent">Who sent it.</param>
public sealed record SimulatedCall(string Action, string Body, DateTimeOffset Time, int Status, SimulatedFault? Fault, string UserAgent);
