using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>An action on the one instance that it names. It answers nothing.</summary>
/// <param name="name">The action's name.</param>
internal sealed class InstanceAction(string name) : SimulatedAction(name)
{
    /// <summary>Why it cannot be done to the instance.</summary>
    public Func<InstanceRequest, ServiceRefusal?> Deny { get; init; } = _ => null;

    /// <summary>Does it at once; null where <see cref="Begin"/> does it.</summary>
    public Action<InstanceRequest, ZecInstance>? CarryOut { get; init; }

    /// <summary>Begins what takes its time.</summary>
    public Action<InstanceRequest>? Begin { get; init; }

    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var id = request.Text("instanceId")!;
        if (account.Fleet.Find(id) is not { } instance)
        {
            return Refusals.NoInstance(id);
        }

        if (instance.Status is InstanceStatus.Recycle or InstanceStatus.Recycling)
        {
            return Refusals.InRecycleBin(id);
        }

        var call = new InstanceRequest(Name, request, account, instance);
        if ((account.Fleet.Refuses(instance) ? Refusals.WrongStatus(instance) : Deny(call)) is { } denial)
        {
            return denial;
        }

        Begin?.Invoke(call);
        if (CarryOut is not null)
        {
            instance.Change(machine => CarryOut(call, machine));
            account.Fleet.CountCarriedOut(Name, id);
        }

        return null;
    }
}

/// <summary>A request for something to be done to an instance.</summary>
/// <param name="Action">The action's name.</param>
/// <param name="Body">What was asked.</param>
/// <param name="Account">The account.</param>
/// <param name="Instance">The instance.</param>
internal sealed record InstanceRequest(string Action, JsonElement Body, SimulatedAccount Account, SimulatedInstance Instance);
