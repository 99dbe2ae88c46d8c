using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Disks;

/// <summary>What can be done to disks.</summary>
internal static class DiskActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new CreateDisksAction(),
        new RowAction("AttachDisks", DiskKind.Kind, "diskIds")
        {
            FailedField = "failedDiskIds",
            Deny = (call, disk) => DiskKind.UnlessPortable(disk) ?? DiskKind.Unless(disk, DiskState.Available),
            DenyTogether = (call, disks) => DiskPlace.Refuse(call.Account, call.Body.Text("instanceId")!, disks),
            CarryOut = (call, disk) =>
            {
                disk.InstanceId = call.Body.Text("instanceId");
                call.Begin(disk, DiskState.Attaching, () => DiskKind.Rest(disk));
                call.Account.Estate.WriteDisksBack(disk.InstanceId);
            },
        },
        new RowAction("DetachDisks", DiskKind.Kind, "diskIds")
        {
            FailedField = "failedDiskIds",
            Deny = (call, disk) => disk.Status == DiskState.Available
                ? new ServiceRefusal(400, "UNSUPPORTED_OPERATION_DISK_NO_ATTACH", $"The disk {disk.Id} is not attached to an instance.")
                : DiskKind.UnlessPortable(disk) ?? DiskKind.Unless(disk, DiskState.InUse),
            DenyTogether = DenyDetaching,
            CarryOut = (call, disk) => call.Begin(disk, DiskState.Detaching, () =>
            {
                var instanceId = disk.InstanceId;
                disk.InstanceId = null;
                DiskKind.Rest(disk);
                call.Account.Estate.WriteDisksBack(instanceId);
            }),
        },
        new RowAction("ReleaseDisk", DiskKind.Kind, "diskId")
        {
            // The vendor's clients know that a second release destroys what lies in the bin.
            Deny = (call, disk) => DiskKind.UnlessPortable(disk)
                ?? DiskKind.Unless(disk, DiskState.Available, DiskState.Failed, DiskState.Recycled),
            CarryOut = Release,
        },
        new RowAction("RenewDisk", DiskKind.Kind, "diskId")
        {
            Deny = (call, disk) => disk.Status == DiskState.Recycled ? null : DiskKind.Kind.WrongStatus(disk),
            CarryOut = (call, disk) => call.Begin(disk, DiskState.Recycled, () => DiskKind.Rest(disk)),
        },
        new RowAction("ResizeDisk", DiskKind.Kind, "diskId")
        {
            Deny = (call, disk) => DiskKind.Unless(disk, DiskState.Available, DiskState.InUse) ?? UnlessGrows(call, disk, atLeast: 1),
            CarryOut = (call, disk) => call.Begin(disk, DiskState.Changing, () =>
            {
                disk["diskSize"] = call.Body.Whole("diskSize");
                DiskKind.Rest(disk);
                call.Account.Estate.WriteDisksBack(disk.InstanceId);
            }),
        },
        new RowAction("ModifyDisksAttributes", DiskKind.Kind, "diskIds")
        {
            Deny = (call, disk) => DiskNames.Refuse(call.Body.Text("diskName")!) ?? UnlessKept(disk),
            CarryOut = (call, disk) =>
            {
                disk["diskName"] = call.Body.Text("diskName");
                call.Account.Estate.WriteDisksBack(disk.InstanceId);
            },
        },
        new RowAction("ModifyDisksResourceGroup", DiskKind.Kind, "diskIds")
        {
            Deny = (call, disk) => Groups.Find(call.Body.Text("resourceGroupId")) is null
                ? Refusals.NoResourceGroup(call.Body.Text("resourceGroupId")!)
                : UnlessKept(disk),
            CarryOut = (call, disk) => Groups.Put(disk, Groups.Find(call.Body.Text("resourceGroupId"))!),
        },
        new DescribeDiskCategoryAction(),
        new DiskMetricAction(),
        new DiskPriceAction(),
        new ResizedDiskPriceAction(),
    ];

    /// <summary>A disk whose wanted size is too small.</summary>
    public static ServiceRefusal? UnlessGrows(RowRequest call, SimulatedRow disk, int atLeast)
        => call.Body.Whole("diskSize") < disk.Whole("diskSize") + atLeast
            ? FormRefusals.TooSmall($"diskSize is {call.Body.Whole("diskSize")}, and the disk {disk.Id} has {disk.Whole("diskSize")} GiB.")
            : null;

    private static ServiceRefusal? UnlessKept(SimulatedRow disk)
        => disk.Status is DiskState.Recycling or DiskState.Recycled or DiskState.Deleting ? DiskKind.Unless(disk) : null;

    private static ServiceRefusal? DenyDetaching(RowRequest call, IReadOnlyList<SimulatedRow> disks)
    {
        if (disks.Select(disk => disk.InstanceId).Distinct().Count() > 1)
        {
            return FormRefusals.Value("The disks are attached to several instances.");
        }

        var runs = disks.Count > 0 && call.Account.Fleet.Find(disks[0].InstanceId) is { } instance && instance.Status != InstanceStatus.Stopped;
        return runs && call.Body.Flag("instanceCheckFlag") != false ? Refusals.NotStopped(disks[0].InstanceId!) : null;
    }

    private static void Release(RowRequest call, SimulatedRow disk)
    {
        if (!call.Account.Options.DiskRecycleBin || disk.Status != DiskState.Available)
        {
            call.Begin(disk, DiskState.Deleting, () => call.Account.Remove(disk));
            return;
        }

        call.Begin(disk, DiskState.Recycling, () => Recycle(call.Account, disk, call.Account.Options.DiskRetentionTime));
    }

    /// <summary>Puts a disk into the recycle bin, out of which it goes by itself.</summary>
    public static void Recycle(SimulatedAccount account, SimulatedRow disk, TimeSpan kept)
    {
        disk.Status = DiskState.Recycled;
        account.Time.Plan(disk, kept, () => account.Remove(disk));
    }
}
