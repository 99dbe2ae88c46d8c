using System.Text;
using System.Text.Json;
using ZenlayerZec.Simulator.Answers;

namespace ZenlayerZec.Simulator;

/// <summary>
/// Somebody else who works in the same account: another program, another person. What he does is carried out as a request would be,
/// from the states that allow it, and is counted apart from what came in requests.
/// </summary>
public sealed class OtherClient
{
    private readonly ZecSimulator _simulator;

    internal OtherClient(ZecSimulator simulator) => _simulator = simulator;

    /// <summary>How often he did something to a thing in effect.</summary>
    /// <param name="action">The action, such as <c>StartInstances</c>.</param>
    /// <param name="id">The thing; it may be gone.</param>
    /// <returns>The number.</returns>
    public int CarriedOutCount(string action, string id) => _simulator.CarriedOutCount(action, id, byOther: true);

    /// <summary>Does anything that the simulator has an action for.</summary>
    /// <param name="action">The action, such as <c>ReleaseDisk</c>.</param>
    /// <param name="body">The request's body, as JSON.</param>
    /// <returns>Whether the service took the request; what it lists as failed is no refusal.</returns>
    /// <exception cref="ArgumentException">The simulator does not have the action.</exception>
    public bool Act(string action, string body) => _simulator.ActForOther(action, Encoding.UTF8.GetBytes(body));

    /// <summary>Releases instances.</summary>
    /// <param name="instanceIds">Which.</param>
    /// <returns>Whether the service took the request; instances that it lists as failed are no refusal.</returns>
    public bool Release(params string[] instanceIds) => Act("ReleaseInstances", instanceIds);

    /// <summary>Starts instances.</summary>
    /// <param name="instanceIds">Which.</param>
    /// <returns>Whether the service took the request.</returns>
    public bool Start(params string[] instanceIds) => Act("StartInstances", instanceIds);

    /// <summary>Stops instances.</summary>
    /// <param name="instanceIds">Which.</param>
    /// <returns>Whether the service took the request.</returns>
    public bool Stop(params string[] instanceIds) => Act("StopInstances", instanceIds);

    /// <summary>Restarts instances.</summary>
    /// <param name="instanceIds">Which.</param>
    /// <returns>Whether the service took the request.</returns>
    public bool Restart(params string[] instanceIds) => Act("RebootInstances", instanceIds);

    /// <summary>Installs the system of instances anew.</summary>
    /// <param name="instanceIds">Which.</param>
    /// <returns>Whether the service took the request.</returns>
    public bool Reset(params string[] instanceIds) => Act("ResetInstances", instanceIds);

    /// <summary>Gives instances a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="instanceIds">Which.</param>
    /// <returns>Whether the service took the request.</returns>
    public bool Rename(string name, params string[] instanceIds)
        => Act("ModifyInstancesAttribute", instanceIds, body => body.WriteString("instanceName", name));

    private bool Act(string action, string[] instanceIds, Action<Utf8JsonWriter>? more = null)
    {
        _ = instanceIds ?? throw new ArgumentNullException(nameof(instanceIds));
        return _simulator.ActForOther(action, AnswerJson.ObjectOf(body =>
        {
            body.WriteTexts("instanceIds", instanceIds);
            more?.Invoke(body);
        }));
    }
}
