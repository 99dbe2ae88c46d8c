using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// An action on the instances that it names: what it cannot take is listed, and the rest is carried out. Where their states forbid
/// it for all of them, it is refused with the code that the documentation has for that; for a batch of which only some are in
/// the wrong state, the documentation does not tell.
/// </summary>
/// <param name="name">The action's name.</param>
internal abstract class InstanceBatchAction(string name) : SimulatedAction(name)
{
    public sealed override ServiceRefusal? Run(
        JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (Check(request, account) is { } refused)
        {
            return refused;
        }

        var ids = request.Texts("instanceIds");
        if (account.Options.RejectsUnknownInstances && ids.FirstOrDefault(id => account.Fleet.Find(id) is null) is { } unknown)
        {
            return Refusals.NoInstance(unknown);
        }

        var failed = new List<string>();
        var denials = new List<ServiceRefusal>();
        foreach (var id in ids)
        {
            if (account.Fleet.Find(id) is not { } instance || account.Fleet.Refuses(instance) || !Suits(request, instance, account))
            {
                failed.Add(id);
            }
            else if (Deny(request, instance) is { } denial)
            {
                failed.Add(id);
                denials.Add(denial);
            }
            else
            {
                CarryOut(request, instance, account);
            }
        }

        if (denials.Count == ids.Count)
        {
            return denials[0];
        }

        if (failed.Count > 0)
        {
            response.WriteTexts("instanceIds", failed);
        }

        return null;
    }

    /// <summary>Why the request makes no sense for any instance; null where it does.</summary>
    protected virtual ServiceRefusal? Check(JsonElement request, SimulatedAccount account) => null;

    /// <summary>Whether it can be done to this instance, but for its state; where not, the ID is listed.</summary>
    protected virtual bool Suits(JsonElement request, SimulatedInstance instance, SimulatedAccount account) => true;

    /// <summary>Why the instance's state forbids it; null where it does not.</summary>
    protected abstract ServiceRefusal? Deny(JsonElement request, SimulatedInstance instance);

    /// <summary>Does it to an instance.</summary>
    protected abstract void CarryOut(JsonElement request, SimulatedInstance instance, SimulatedAccount account);

    protected static bool IsInRecycleBin(SimulatedInstance instance)
        => instance.Status is InstanceStatus.Recycle or InstanceStatus.Recycling;
}
