using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>StartInstances: from STOPPED over BOOTING to RUNNING.</summary>
internal sealed class StartInstancesAction() : InstanceBatchAction("StartInstances")
{
    protected override ServiceRefusal? Deny(JsonElement request, SimulatedInstance instance) => instance.Status switch
    {
        InstanceStatus.Stopped => null,
        _ when IsInRecycleBin(instance) => Refusals.InRecycleBin(instance.Id),
        _ => Refusals.NotStopped(instance.Id),
    };

    protected override void CarryOut(
        JsonElement request, SimulatedInstance instance, SimulatedAccount account)
        => account.Fleet.Begin(Name, instance, InstanceStatus.Booting, account.Options.TransitionTime, InstanceStatus.Running);
}
