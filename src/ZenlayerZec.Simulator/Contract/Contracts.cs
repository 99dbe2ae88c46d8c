using System.Collections.Concurrent;

namespace ZenlayerZec.Simulator.Contract;

/// <summary>
/// What each action takes and answers, from the API's description of it and from nothing of the client's: a name that the client has
/// wrong must not be right here. What is known beyond the description comes first.
/// </summary>
internal static class Contracts
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Field>> Requests = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, ActionContract> Described = new(StringComparer.Ordinal);

    /// <summary>What an action takes.</summary>
    public static IReadOnlyList<Field> Of(string action) => Requests.GetOrAdd(
        action, static name => InstanceContracts.Of(name) ?? [.. Whole(name).Request.Select(field => Limits.Add(field))]);

    /// <summary>What the description says that an action takes and answers.</summary>
    /// <exception cref="ArgumentException">The description has no such action.</exception>
    public static ActionContract Whole(string action) => Described.GetOrAdd(
        action, static name => DescribedContracts.Of(name) ?? throw new ArgumentException($"The description has no action {name}.", nameof(action)));
}
