using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>An action of the API, as the simulator carries it out.</summary>
internal abstract class SimulatedAction
{
    /// <summary>Every action that the simulator knows, by name.</summary>
    public static IReadOnlyDictionary<string, SimulatedAction> All { get; } = new Dictionary<string, SimulatedAction>(StringComparer.Ordinal)
    {
        ["DescribeInstances"] = new DescribeInstancesAction(),
        ["ReleaseInstances"] = new ReleaseInstancesAction(),
    };

    /// <summary>Carries it out and writes what goes into the envelope's response.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="fleet">The account.</param>
    /// <param name="options">What the account is like.</param>
    /// <param name="response">Where the response's members go, the object already begun.</param>
    /// <returns>Why it refused; null where it did not.</returns>
    public abstract ServiceRefusal? Run(byte[] body, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response);

    protected static ServiceRefusal? Read<T>(byte[] body, JsonTypeInfo<T> type, out T? request)
        where T : class
    {
        request = null;
        try
        {
            request = JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return new ServiceRefusal(400, "INVALID_PARAMETER_TYPE", "The body is not the JSON object that the action takes.");
        }

        return request is null ? new ServiceRefusal(400, "INVALID_PARAMETER_TYPE", "The body is null.") : null;
    }

    protected static ServiceRefusal? TooMany(string parameter, int? count, int most) => count > most
        ? new ServiceRefusal(400, "INVALID_PARAMETER_EXCEED_LENGTH", $"{parameter} has {count} items and may have {most}.")
        : null;
}
