using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// ReleaseInstances: to nowhere, or to the recycle bin and then to nowhere. No state is documented that forbids it with a code: what
/// cannot be released is listed.
/// </summary>
internal sealed class ReleaseInstancesAction() : InstanceBatchAction("ReleaseInstances")
{
    protected override bool Suits(JsonElement request, SimulatedInstance instance, SimulatedAccount account)
        => instance.Status is not (InstanceStatus.Releasing or InstanceStatus.Recycling or InstanceStatus.Deploying);

    protected override ServiceRefusal? Deny(JsonElement request, SimulatedInstance instance) => null;

    protected override void CarryOut(
        JsonElement request, SimulatedInstance instance, SimulatedAccount account)
    {
        instance.KeepsDependents = request.Flag("dependResource") == false;
        if (account.Options.RecycleBin && instance.Status != InstanceStatus.Recycle)
        {
            account.Fleet.Begin(Name, instance, InstanceStatus.Recycling, account.Options.ReleaseTime, InstanceStatus.Recycle);
        }
        else
        {
            account.Fleet.Begin(Name, instance, InstanceStatus.Releasing, account.Options.ReleaseTime, then: null);
        }
    }
}
