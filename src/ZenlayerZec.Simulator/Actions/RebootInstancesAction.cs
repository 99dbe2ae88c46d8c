using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// RebootInstances: from RUNNING, or by force also from BOOTING or REBOOT, over REBOOT to RUNNING. Its page names no code for other
/// states; StopInstances' is taken.
/// </summary>
internal sealed class RebootInstancesAction()
    : InstanceBatchAction<RebootInstancesRequest>(ZecActions.RebootInstances, RebootInstancesRequest.MaximumInstanceIds)
{
    protected override ServiceRefusal? Deny(RebootInstancesRequest request, SimulatedInstance instance) => instance.Status switch
    {
        InstanceStatus.Running => null,
        InstanceStatus.Booting or InstanceStatus.Reboot when request.ForceReboot == true => null,
        _ when IsInRecycleBin(instance) => Refusals.InRecycleBin(instance.Id),
        _ => Refusals.NotRunning(instance.Id),
    };

    protected override void CarryOut(
        RebootInstancesRequest request, SimulatedInstance instance, SimulatedFleet fleet, SimulatorOptions options)
        => fleet.Begin(Name, instance, InstanceStatus.Reboot, options.TransitionTime, InstanceStatus.Running);
}
