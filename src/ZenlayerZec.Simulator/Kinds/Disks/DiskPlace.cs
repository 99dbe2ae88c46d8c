using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Disks;

/// <summary>Whether an instance can take disks. For another zone the documentation has no code.</summary>
internal static class DiskPlace
{
    /// <summary>Why an instance cannot take these disks; null where it can.</summary>
    public static ServiceRefusal? Refuse(SimulatedAccount account, string instanceId, IEnumerable<SimulatedRow> disks)
        => disks.Select(disk => Refuse(account, instanceId, disk.Text("zoneId"))).FirstOrDefault(refusal => refusal is not null);

    /// <summary>Why an instance cannot take a disk of a zone; null where it can.</summary>
    public static ServiceRefusal? Refuse(SimulatedAccount account, string instanceId, string? zoneId)
    {
        if (account.Fleet.Find(instanceId) is not { } instance)
        {
            return Refusals.NoInstance(instanceId);
        }

        return instance.Status switch
        {
            InstanceStatus.Recycle or InstanceStatus.Recycling => Refusals.InRecycleBin(instanceId),
            InstanceStatus.Running or InstanceStatus.Stopped => instance.Instance.ZoneId == zoneId
                ? null
                : FormRefusals.Value($"The instance {instanceId} is not in the zone {zoneId}."),
            _ => new ServiceRefusal(400, "OPERATION_DENIED_INSTANCE_STATUS_NOT_SUPPORT", $"The instance {instanceId} is {instance.Status}."),
        };
    }
}
