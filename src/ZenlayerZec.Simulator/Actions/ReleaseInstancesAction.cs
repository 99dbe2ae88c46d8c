using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// ReleaseInstances: to nowhere, or to the recycle bin and then to nowhere. No state is documented that forbids it with a code: what
/// cannot be released is listed.
/// </summary>
internal sealed class ReleaseInstancesAction() : InstanceBatchAction("ReleaseInstances")
{
    protected override bool Suits(JsonElement request, SimulatedInstance instance)
        => instance.Status is not (InstanceStatus.Releasing or InstanceStatus.Recycling or InstanceStatus.Deploying);

    protected override ServiceRefusal? Deny(JsonElement request, SimulatedInstance instance) => null;

    protected override void CarryOut(
        JsonElement request, SimulatedInstance instance, SimulatedFleet fleet, SimulatorOptions options)
    {
        if (options.RecycleBin && instance.Status != InstanceStatus.Recycle)
        {
            fleet.Begin(Name, instance, InstanceStatus.Recycling, options.ReleaseTime, InstanceStatus.Recycle);
        }
        else
        {
            fleet.Begin(Name, instance, InstanceStatus.Releasing, options.ReleaseTime, then: null);
        }
    }
}
