using System.Text.Json.Nodes;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Kinds.Eips;
using ZenlayerZec.Simulator.Kinds.Network;

namespace ZenlayerZec.Simulator.Rows;

/// <summary>What belongs to an instance, as rows of its own: its disks, its network interfaces and its addresses.</summary>
internal static class InstanceRows
{
    /// <summary>Elastic IPs of so many instances in a row: the last one's cannot be kept without it.</summary>
    private const int DefaultIpCycle = 10;

    /// <summary>Of so many instances in a row, the last one's data disk can have no snapshots.</summary>
    private const int NoSnapshotCycle = 20;

    /// <summary>Adds what belongs to an instance; what is there already stays as it is.</summary>
    public static void Add(Estate estate, SimulatedInstance instance)
    {
        var machine = instance.Instance;
        if (machine.SystemDisk?.DiskId is { } bootDisk)
        {
            estate[DiskKind.Kind].Add(Disk(instance, bootDisk, $"system-{instance.Number + 1}", new ZecDataDisk
            {
                SizeGiB = machine.SystemDisk.SizeGiB,
                Portable = false,
                DiskCategory = machine.SystemDisk.DiskCategory,
                BurstingEnabled = machine.SystemDisk.BurstingEnabled,
            }));
        }

        foreach (var disk in machine.DataDisks.Where(disk => disk.DiskId is not null))
        {
            estate[DiskKind.Kind].Add(Disk(instance, disk.DiskId!, disk.DiskName, disk));
        }

        foreach (var nic in machine.Nics.Where(nic => nic.NicId is not null))
        {
            // The VPC is that of the subnet, which the order has named.
            nic.VpcId = estate[NetworkKinds.Subnet].Find(nic.SubnetId)?.Text("vpcId") ?? nic.VpcId;
            NetworkGenerator.AddNamed(estate, nic, machine.CreateTime);
            estate[NetworkKinds.Nic].Add(NicRows.Of(machine, nic));
        }

        for (var number = 0; number < machine.PublicIpAddresses.Count; number++)
        {
            AddIp(estate, instance, number);
        }
    }

    /// <summary>Parts a row from its instance, if it can do without it; what lies in a recycle bin stays there.</summary>
    public static void Part(SimulatedRow row)
    {
        if (row.Status is DiskState.Recycled)
        {
            row.InstanceId = null;
        }
        else if (row.Kind == DiskKind.Kind && DiskKind.IsPortable(row))
        {
            row.InstanceId = null;

            // What is being done to it goes on, and ends as it does without an instance.
            row.Status = row.Next is null ? DiskState.Available : row.Status;
        }
        else if (row.Kind == NetworkKinds.Nic && !NicRows.IsPrimary(row))
        {
            row.InstanceId = null;
            row.Status = "AVAILABLE";
        }
        else if (row.Kind == NetworkKinds.Eip && row.Flag("isDefault") == false)
        {
            EipBinding.Free(row);
        }
    }

    /// <summary>Takes a row away with its instance: into the recycle bin of its kind, or for good.</summary>
    public static void Leave(SimulatedAccount account, SimulatedRow row)
    {
        var options = account.Options;
        if (options.DependentRecycleBin && options.DiskRecycleBin && row.Kind == DiskKind.Kind && DiskKind.IsPortable(row))
        {
            account.Time.Forget(row);
            row.InstanceId = null;
            DiskActions.Recycle(account, row, options.DiskRetentionTime);
        }
        else if (options.DependentRecycleBin && options.EipRecycleBin && row.Kind == NetworkKinds.Eip && row.Flag("isDefault") == false)
        {
            EipBinding.Free(row);
            EipActions.Recycle(account, row);
        }
        else
        {
            account.Remove(row);
        }
    }

    /// <summary>Writes into an instance which disks it has.</summary>
    public static void WriteDisks(ZecInstance machine, IReadOnlyList<SimulatedRow> disks)
    {
        machine.DataDisks =
        [
            .. disks.Where(DiskKind.IsData).Select(disk => new ZecDataDisk
            {
                DiskId = disk.Id,
                DiskName = disk.Text("diskName"),
                SizeGiB = disk.Whole("diskSize"),
                Portable = disk.Flag("portable"),
                BurstingEnabled = disk.Flag("burstingEnabled"),
                DiskCategory = disk.Text("diskCategory"),
            }),
        ];
        if (machine.SystemDisk is { } system && disks.FirstOrDefault(disk => disk.Id == system.DiskId) is { } boot)
        {
            system.SizeGiB = boot.Whole("diskSize");
        }
    }

    /// <summary>Writes into an instance which interfaces and addresses it has.</summary>
    public static void WriteNetwork(ZecInstance machine, IReadOnlyList<SimulatedRow> nics, IReadOnlyList<SimulatedRow> eips)
    {
        machine.PublicIpAddresses = [.. eips.SelectMany(NetworkKinds.Addresses).OfType<string>()];
        foreach (var row in nics)
        {
            row["publicIpList"] = Texts(eips.Where(eip => eip.Text("nicId") == row.Id).SelectMany(NetworkKinds.Addresses).OfType<string>());
        }

        machine.Nics = [.. nics.Select(NicRows.Read)];
        machine.PrivateIpAddresses = [.. machine.Nics.SelectMany(nic => nic.PrivateIpAddresses)];
        machine.SecurityGroupId = machine.Nics.FirstOrDefault(NicRows.IsPrimary)?.SecurityGroupId ?? machine.SecurityGroupId;
    }

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static SimulatedRow Disk(SimulatedInstance instance, string id, string? name, ZecDataDisk disk)
    {
        var machine = instance.Instance;
        var isBoot = id == machine.SystemDisk?.DiskId;
        return new SimulatedRow(DiskKind.Kind, new JsonObject
        {
            ["diskId"] = id,
            ["diskName"] = name,
            ["regionId"] = Catalogue.FindZone(machine.ZoneId)?.RegionId,
            ["zoneId"] = machine.ZoneId,
            ["diskType"] = isBoot ? DiskKind.System : DiskKind.Data,
            ["portable"] = disk.Portable,
            ["diskCategory"] = disk.DiskCategory,
            ["diskSize"] = disk.SizeGiB,
            ["diskStatus"] = instance switch
            {
                { IsNew: true } => DiskState.Creating,
                { Status: InstanceStatus.CreateFailed } => DiskState.Failed,
                _ => DiskState.InUse,
            },
            ["instanceId"] = instance.Id,
            ["createTime"] = machine.CreateTime?.ToWire(),
            ["expiredTime"] = machine.ExpiredTime?.ToWire(),
            ["resourceGroupId"] = machine.ResourceGroupId,
            ["resourceGroupName"] = machine.ResourceGroupName,
            ["serial"] = isBoot ? "0" : "1",
            ["snapshotAbility"] = isBoot || instance.Number % NoSnapshotCycle != NoSnapshotCycle - 1,
            ["tags"] = TagNodes.Of(machine.Tags.Where(tag => !isBoot && tag.Key is ("env" or "owner")).Select(tag => new KeyValuePair<string, string?>(tag.Key, tag.Value))),
            ["burstingEnabled"] = disk.BurstingEnabled,
        });
    }

    /// <summary>Gives an instance the elastic IP of one of its addresses: one that nobody uses, or a new one.</summary>
    private static void AddIp(Estate estate, SimulatedInstance instance, int number)
    {
        var machine = instance.Instance;
        var address = machine.PublicIpAddresses[number];
        var unused = estate[NetworkKinds.Eip].Loose.FirstOrDefault(row => row.Status == "UNBIND" && NetworkKinds.Addresses(row).Contains(address));
        var eip = unused ?? NetworkGenerator.Eip(
            Numbering.EipId((instance.Number * 10) + number),
            address,
            Catalogue.FindZone(machine.ZoneId)?.RegionId,
            Groups.Find(machine.ResourceGroupId) ?? Groups.Find(null)!,
            machine.CreateTime);
        eip.Status = "BINDED";
        eip["isDefault"] = unused is null && number == 0 && instance.Number % DefaultIpCycle == DefaultIpCycle - 1;
        var nicId = machine.Nics.Count > 0 ? machine.Nics[0].NicId : null;
        eip["nicId"] = nicId;
        eip["associatedId"] = nicId;
        eip["associatedType"] = "NIC";
        eip["privateIpAddress"] = machine.PrivateIpAddresses.Count > 0 ? machine.PrivateIpAddresses[0] : null;
        eip.InstanceId = instance.Id;
        if (unused is null)
        {
            estate[NetworkKinds.Eip].Add(eip);
        }
    }
}
