namespace ZenlayerZec.Simulator.Wire;

/// <summary>The service's no, as its envelope says it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The API's code.</param>
/// <param name="Message">In words.</param>
internal sealed record ServiceRefusal(int Status, string Code, string Message);
