using System.Text.Json;
using ZenlayerZec.Simulator.Kinds;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// An action of the API, as the simulator carries it out. It reads and writes JSON by the names of the API's description, never through
/// the client's classes, so that a name that these have wrong fails a test.
/// </summary>
/// <param name="name">The name in the <c>X-ZC-Action</c> header.</param>
internal abstract class SimulatedAction(string name)
{
    private static readonly Dictionary<string, SimulatedAction> OnInstances = ((SimulatedAction[])
    [
        new CreateZecInstancesAction(),
        new DescribeImagesAction(),
        new DescribeInstanceMonitorDataAction(),
        new DescribeInstancesAction(),
        new DescribeInstancesStatusAction(),
        new DescribeTimeZonesAction(),
        new DescribeVncUrlAction(),
        new DescribeZoneAcceleratorConfigInfosAction(),
        new DescribeZoneGpuInstanceConfigInfosAction(),
        new DescribeZoneInstanceConfigInfosAction(),
        new DescribeZonesAction(),
        new InquiryPriceCreateInstanceAction(),
        new InquiryPriceModifyInstanceTypeAction(),
        new ModifyInstancesAttributeAction(),
        new RebootInstancesAction(),
        new ReleaseInstancesAction(),
        new ResetInstancesAction(),
        new StartInstancesAction(),
        new StopInstancesAction(),
        .. InstanceChanges.All,
    ]).ToDictionary(action => action.Name, StringComparer.Ordinal);

    /// <summary>The names of every action that the simulator has.</summary>
    public static IEnumerable<string> Names => OnInstances.Keys.Concat(KindActions.All.Keys);

    /// <summary>An action by its name; null where the simulator does not have it.</summary>
    public static SimulatedAction? Find(string? name)
    {
        if (name is null)
        {
            return null;
        }

        // Who only works with instances does not pay for the other kinds.
        return OnInstances.TryGetValue(name, out var action) || KindActions.All.TryGetValue(name, out action) ? action : null;
    }

    /// <summary>The name in the <c>X-ZC-Action</c> header.</summary>
    public string Name => name;

    /// <summary>Carries it out and writes what goes into the envelope's response.</summary>
    /// <param name="request">The request's body, in the form that the action's contract says.</param>
    /// <param name="account">The account.</param>
    /// <param name="response">Where the response's members go, the object already begun.</param>
    /// <returns>Why it refused; null where it did not.</returns>
    public abstract ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response);

    /// <summary>Whether a filter lets a value through; one that is empty lets all through.</summary>
    protected static bool Same(string? wanted, string? actual) => string.IsNullOrEmpty(wanted) || wanted == actual;

    /// <summary>The service's fuzzy search: whether a name has the wanted text in it, in capitals or not.</summary>
    protected static bool IsLike(string? wanted, string? actual)
        => string.IsNullOrEmpty(wanted) || actual?.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0;

    protected static bool HasTags(
        IReadOnlyList<string> keys, IReadOnlyList<KeyValuePair<string, string?>> pairs, Dictionary<string, string> tags)
        => keys.All(tags.ContainsKey) && pairs.All(pair => tags.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
