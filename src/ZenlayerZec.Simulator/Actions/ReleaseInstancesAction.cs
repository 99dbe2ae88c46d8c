using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// ReleaseInstances: to nowhere, or to the recycle bin and then to nowhere. No state is documented that forbids it with a code: what
/// cannot be released is listed.
/// </summary>
internal sealed class ReleaseInstancesAction()
    : InstanceBatchAction<ReleaseInstancesRequest>(ZecActions.ReleaseInstances, ReleaseInstancesRequest.MaximumInstanceIds)
{
    protected override bool Suits(ReleaseInstancesRequest request, SimulatedInstance instance)
        => instance.Status is not (InstanceStatus.Releasing or InstanceStatus.Recycling or InstanceStatus.Deploying);

    protected override ServiceRefusal? Deny(ReleaseInstancesRequest request, SimulatedInstance instance) => null;

    protected override void CarryOut(
        ReleaseInstancesRequest request, SimulatedInstance instance, SimulatedFleet fleet, SimulatorOptions options)
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
