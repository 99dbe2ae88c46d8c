using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>An action of the API, as the simulator carries it out.</summary>
internal abstract class SimulatedAction
{
    /// <summary>Every action that the simulator knows, by name.</summary>
    public static IReadOnlyDictionary<string, SimulatedAction> All { get; } = new SimulatedAction[]
    {
        new CreateZecInstancesAction(),
        new DescribeImagesAction(),
        new DescribeInstancesAction(),
        new DescribeInstancesStatusAction(),
        new DescribeTimeZonesAction(),
        new DescribeZoneInstanceConfigInfosAction(),
        new DescribeZonesAction(),
        new ModifyInstancesAttributeAction(),
        new RebootInstancesAction(),
        new ReleaseInstancesAction(),
        new ResetInstancesAction(),
        new StartInstancesAction(),
        new StopInstancesAction(),
    }.ToDictionary(action => action.Name, StringComparer.Ordinal);

    /// <summary>The name in the <c>X-ZC-Action</c> header.</summary>
    public abstract string Name { get; }

    /// <summary>Carries it out and writes what goes into the envelope's response.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="fleet">The account.</param>
    /// <param name="options">What the account is like.</param>
    /// <param name="response">Where the response's members go, the object already begun.</param>
    /// <returns>Why it refused; null where it did not.</returns>
    public abstract ServiceRefusal? Run(byte[] body, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response);
}

/// <summary>An action that reads its request as the client writes it.</summary>
/// <param name="action">The action as the client knows it.</param>
internal abstract class SimulatedAction<TRequest, TResponse>(ZecAction<TRequest, TResponse> action) : SimulatedAction
    where TRequest : class
    where TResponse : class
{
    public override string Name => action.Name;

    public override ServiceRefusal? Run(byte[] body, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        TRequest? request;
        try
        {
            request = JsonSerializer.Deserialize(body, action.Request);
        }
        catch (JsonException)
        {
            return new ServiceRefusal(400, "INVALID_PARAMETER_TYPE", "The body is not the JSON object that the action takes.");
        }

        return request is null
            ? new ServiceRefusal(400, "INVALID_PARAMETER_TYPE", "The body is null.")
            : Run(request, fleet, options, response);
    }

    /// <summary>Carries it out.</summary>
    protected abstract ServiceRefusal? Run(TRequest request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response);

    /// <summary>Whether a filter lets a value through; one that is empty lets all through.</summary>
    protected static bool Same(string? wanted, string? actual) => string.IsNullOrEmpty(wanted) || wanted == actual;

    /// <summary>The service's fuzzy search: whether a name has the wanted text in it, in capitals or not.</summary>
    protected static bool IsLike(string? wanted, string? actual)
        => string.IsNullOrEmpty(wanted) || actual?.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0;

    protected static bool HasTags(IReadOnlyList<string>? keys, IReadOnlyList<TagPair>? pairs, Dictionary<string, string> tags)
        => (keys ?? []).All(tags.ContainsKey)
            && (pairs ?? []).All(pair => tags.TryGetValue(pair.Key ?? string.Empty, out var value) && value == pair.Value);

    /// <summary>Writes an array of objects.</summary>
    protected static void WriteArray<T>(Utf8JsonWriter response, string name, IEnumerable<T> items, JsonTypeInfo<T> type)
    {
        response.WriteStartArray(name);
        foreach (var item in items)
        {
            JsonSerializer.Serialize(response, item, type);
        }

        response.WriteEndArray();
    }

    /// <summary>Writes an array of texts.</summary>
    protected static void WriteArray(Utf8JsonWriter response, string name, IEnumerable<string> items)
    {
        response.WriteStartArray(name);
        foreach (var item in items)
        {
            response.WriteStringValue(item);
        }

        response.WriteEndArray();
    }
}
