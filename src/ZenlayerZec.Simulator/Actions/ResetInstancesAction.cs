using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds.Images;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// ResetInstances: from STOPPED over DEPLOYING to RUNNING or REINSTALL_FAILED. An instance that the image does not suit, by kind of
/// system or size of disk, is listed; so is one with Windows that is to get a password or a key.
/// </summary>
internal sealed class ResetInstancesAction() : InstanceBatchAction("ResetInstances")
{
    protected override ServiceRefusal? Check(JsonElement request, SimulatedAccount account)
    {
        if (request.Text("imageId") is { } imageId && Catalogue.Zones.All(zone => OfferedImages.Find(account, zone.ZoneId, imageId) is null))
        {
            return Refusals.NoImage(imageId);
        }

        return Refusals.Login(request.Text("password"), request.Text("keyId"))
            ?? Refusals.TimeZone(request.Text("timezone"))
            ?? (request.Text("instanceName") is { } name ? Refusals.InstanceName(name) : null);
    }

    protected override bool Suits(JsonElement request, SimulatedInstance instance, SimulatedAccount account)
    {
        var now = OfferedImages.Find(account, instance.Instance.ZoneId, instance.Instance.ImageId);
        if (request.Text("imageId") is { } imageId && OfferedImages.Refuse(account, instance.Instance.ZoneId, imageId) is not null)
        {
            return false;
        }

        var next = request.Text("imageId") is null ? now : OfferedImages.Find(account, instance.Instance.ZoneId, request.Text("imageId"));
        return next is null
            || ((now is null || now.OsType == next.OsType)
                && !(instance.Instance.SystemDisk?.SizeGiB < next.MinDiskSizeGiB)
                && (next.OsType != Catalogue.Windows || (request.Text("password") ?? request.Text("keyId")) is null));
    }

    protected override ServiceRefusal? Deny(JsonElement request, SimulatedInstance instance) => instance.Status switch
    {
        InstanceStatus.Stopped => null,
        _ when IsInRecycleBin(instance) => Refusals.InRecycleBin(instance.Id),
        _ => Refusals.NotStopped(instance.Id),
    };

    protected override void CarryOut(
        JsonElement request, SimulatedInstance instance, SimulatedAccount account)
    {
        instance.Change(machine =>
        {
            if (OfferedImages.Find(account, machine.ZoneId, request.Text("imageId")) is { } image)
            {
                (machine.ImageId, machine.ImageName) = (image.ImageId, image.ImageName);
            }

            machine.InstanceName = request.Text("instanceName") ?? machine.InstanceName;
            machine.TimeZone = request.Text("timezone") ?? machine.TimeZone;
            machine.EnableAgent = request.Flag("enableAgent") ?? machine.EnableAgent;

            // A new way to log in takes the place of the old one.
            machine.KeyId = request.Text("password") is null ? request.Text("keyId") ?? machine.KeyId : null;
        });
        var end = account.Options.ResetFailingInstanceIds.Contains(instance.Id) ? InstanceStatus.ReinstallFailed : InstanceStatus.Running;
        account.Fleet.Begin(Name, instance, InstanceStatus.Deploying, account.Options.TransitionTime, end);
    }
}
