using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>StopInstances: from RUNNING over STOPPING to STOPPED. What is STOPPING already is taken, and goes on as it was.</summary>
internal sealed class StopInstancesAction() : InstanceBatchAction("StopInstances")
{
    protected override ServiceRefusal? Deny(JsonElement request, SimulatedInstance instance) => instance.Status switch
    {
        InstanceStatus.Running or InstanceStatus.Stopping => null,
        _ when IsInRecycleBin(instance) => Refusals.InRecycleBin(instance.Id),
        _ => Refusals.NotRunning(instance.Id),
    };

    protected override void CarryOut(
        JsonElement request, SimulatedInstance instance, SimulatedAccount account)
    {
        if (instance.Status == InstanceStatus.Running)
        {
            account.Fleet.Begin(Name, instance, InstanceStatus.Stopping, account.Options.TransitionTime, InstanceStatus.Stopped);
        }
    }
}
