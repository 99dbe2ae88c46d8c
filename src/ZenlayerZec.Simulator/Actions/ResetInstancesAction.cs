using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// ResetInstances: from STOPPED over DEPLOYING to RUNNING or REINSTALL_FAILED. An instance that the image does not suit, by kind of
/// system or size of disk, is listed; so is one with Windows that is to get a password or a key.
/// </summary>
internal sealed class ResetInstancesAction() : InstanceBatchAction<ResetInstancesRequest>(ZecActions.ResetInstances, mostInstances: null)
{
    protected override ServiceRefusal? Check(ResetInstancesRequest request)
    {
        if (request.ImageId is { } imageId && Catalogue.FindImage(imageId) is null)
        {
            return Refusals.NoImage(imageId);
        }

        return Refusals.Login(request.Password, request.KeyId)
            ?? Refusals.TimeZone(request.Timezone)
            ?? (request.InstanceName is { } name ? Refusals.InstanceName(name, 2, 63) : null);
    }

    protected override bool Suits(ResetInstancesRequest request, SimulatedInstance instance)
    {
        var now = Catalogue.FindImage(instance.Instance.ImageId);
        var next = request.ImageId is null ? now : Catalogue.FindImage(request.ImageId);
        return next is null
            || ((now is null || now.OsType == next.OsType)
                && !(instance.Instance.SystemDisk?.SizeGiB < next.MinDiskSizeGiB)
                && (next.OsType != Catalogue.Windows || (request.Password ?? request.KeyId) is null));
    }

    protected override ServiceRefusal? Deny(ResetInstancesRequest request, SimulatedInstance instance) => instance.Status switch
    {
        InstanceStatus.Stopped => null,
        _ when IsInRecycleBin(instance) => Refusals.InRecycleBin(instance.Id),
        _ => Refusals.NotStopped(instance.Id),
    };

    protected override void CarryOut(
        ResetInstancesRequest request, SimulatedInstance instance, SimulatedFleet fleet, SimulatorOptions options)
    {
        instance.Change(machine =>
        {
            if (Catalogue.FindImage(request.ImageId) is { } image)
            {
                (machine.ImageId, machine.ImageName) = (image.ImageId, image.ImageName);
            }

            machine.InstanceName = request.InstanceName ?? machine.InstanceName;
            machine.TimeZone = request.Timezone ?? machine.TimeZone;
            machine.EnableAgent = request.EnableAgent ?? machine.EnableAgent;

            // A new way to log in takes the place of the old one.
            machine.KeyId = request.Password is null ? request.KeyId ?? machine.KeyId : null;
        });
        var end = options.ResetFailingInstanceIds.Contains(instance.Id) ? InstanceStatus.ReinstallFailed : InstanceStatus.Running;
        fleet.Begin(Name, instance, InstanceStatus.Deploying, options.TransitionTime, end);
    }
}
