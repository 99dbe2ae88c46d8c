using System.Text.Json;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Account;

/// <summary>What is always true of a simulated account.</summary>
internal static class AccountConsistency
{
    /// <summary>The members that name a thing of another kind. Only a snapshot's disk may be gone.</summary>
    private static readonly (string Kind, string Member, string Other)[] References =
    [
        ("Disk", "instanceId", "Instance"),
        ("Disk", "autoSnapshotPolicyId", "AutoSnapshotPolicy"),
        ("Nic", "instanceId", "Instance"),
        ("Nic", "vpcId", "Vpc"),
        ("Nic", "subnetId", "Subnet"),
        ("Nic", "securityGroupId", "SecurityGroup"),
        ("Eip", "instanceId", "Instance"),
        ("Eip", "nicId", "Nic"),
        ("Eip", "associatedId", "Nic"),
        ("Subnet", "vpcId", "Vpc"),
        ("Vpc", "securityGroupId", "SecurityGroup"),
    ];

    public static void Check(ZecSimulator simulator)
    {
        var rows = ZecSimulator.Kinds.ToDictionary(kind => kind, simulator.Rows);
        var ids = rows.ToDictionary(kind => kind.Key, kind => kind.Value.Select(row => row.Text(Id(kind.Key))!).ToHashSet());
        ids["Instance"] = [.. simulator.Instances.Select(machine => machine.InstanceId)];
        Assert.All(rows, kind => Assert.Equal(kind.Value.Count, ids[kind.Key].Count));
        foreach (var (kind, member, other) in References)
        {
            Assert.All(rows[kind].Select(row => row.Text(member)).OfType<string>(), id => Assert.Contains(id, ids[other]));
        }

        CheckInstances(simulator, rows);
        Assert.All(rows["AutoSnapshotPolicy"], policy =>
        {
            var disks = rows["Disk"].Where(disk => disk.Text("autoSnapshotPolicyId") == policy.Text("autoSnapshotPolicyId")).Select(disk => disk.Text("diskId"));
            Assert.Equal(disks, Texts(policy, "diskIdSet"));
            Assert.Equal(policy.Whole("diskNum"), policy.GetProperty("diskIdSet").GetArrayLength());
        });
        Assert.Equal(
            rows["Nic"].Count(nic => nic.Text("vpcId") is not null && nic.GetProperty("privateIpList").GetArrayLength() > 0),
            rows["Vpc"].Sum(vpc => vpc.Whole("usageIpv4Count")));
        Assert.Equal(rows["Nic"].Count, rows["SecurityGroup"].Sum(group => group.GetProperty("nicIdList").GetArrayLength()));
    }

    private static void CheckInstances(ZecSimulator simulator, Dictionary<string, IReadOnlyList<JsonElement>> rows)
    {
        Assert.All(
            rows["Disk"].Where(disk => disk.Text("instanceId") is null),
            disk => Assert.NotEqual("IN_USE", disk.Text("diskStatus")));
        Assert.All(rows["Disk"].Where(disk => disk.Text("diskStatus") is "AVAILABLE" or "RECYCLED" or "RECYCLING"), disk => Assert.Null(disk.Text("instanceId")));
        foreach (var machine in simulator.Instances)
        {
            var disks = rows["Disk"].Where(disk => disk.Text("instanceId") == machine.InstanceId).ToLookup(disk => disk.Text("diskType"));

            // An instance has them in the order in which they were attached, the list in that of their creation.
            Assert.Equal(
                machine.DataDisks.OrderBy(disk => disk.DiskId, StringComparer.Ordinal).Select(disk => (disk.DiskId, disk.DiskName, disk.SizeGiB, disk.DiskCategory)),
                disks["DATA"].OrderBy(disk => disk.Text("diskId"), StringComparer.Ordinal).Select(disk => (disk.Text("diskId"), disk.Text("diskName"), (int?)disk.Whole("diskSize"), disk.Text("diskCategory"))));
            Assert.Equal(
                (machine.SystemDisk!.DiskId, machine.SystemDisk.SizeGiB),
                disks["SYSTEM"].Select(disk => (disk.Text("diskId"), (int?)disk.Whole("diskSize"))).Single());
            Assert.All(disks.SelectMany(kind => kind), disk => Assert.Equal((machine.ZoneId, machine.InstanceName), (disk.Text("zoneId"), disk.Text("instanceName"))));
            Assert.Equal(
                machine.PublicIpAddresses,
                rows["Eip"].Where(eip => eip.Text("instanceId") == machine.InstanceId).SelectMany(eip => Texts(eip, "publicIpAddresses")));
            Assert.Equal(
                machine.Nics.Select(nic => nic.NicId), rows["Nic"].Where(nic => nic.Text("instanceId") == machine.InstanceId).Select(nic => nic.Text("nicId")));
        }
    }

    private static string Id(string kind) => char.ToLowerInvariant(kind[0]) + kind[1..] + "Id";

    private static IEnumerable<string?> Texts(JsonElement row, string list) => row.GetProperty(list).EnumerateArray().Select(item => item.GetString());
}
