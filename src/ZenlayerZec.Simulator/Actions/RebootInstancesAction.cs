using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// RebootInstances: from RUNNING, or by force also from BOOTING or REBOOT, over REBOOT to RUNNING. Its page names no code for other
/// states; StopInstances' is taken.
/// </summary>
internal sealed class RebootInstancesAction() : InstanceBatchAction("RebootInstances")
{
    protected override ServiceRefusal? Deny(JsonElement request, SimulatedInstance instance) => instance.Status switch
    {
        InstanceStatus.Running => null,
        InstanceStatus.Booting or InstanceStatus.Reboot when request.Flag("forceReboot") == true => null,
        _ when IsInRecycleBin(instance) => Refusals.InRecycleBin(instance.Id),
        _ => Refusals.NotRunning(instance.Id),
    };

    protected override void CarryOut(
        JsonElement request, SimulatedInstance instance, SimulatedAccount account)
        => account.Fleet.Begin(Name, instance, InstanceStatus.Reboot, account.Options.TransitionTime, InstanceStatus.Running);
}
