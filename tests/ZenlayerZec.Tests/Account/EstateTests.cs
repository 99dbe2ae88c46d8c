using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;
using static ZenlayerZec.Tests.Account.AccountRows;

namespace ZenlayerZec.Tests.Account;

/// <summary>What belongs to simulated instances is there by itself too, and goes or stays with them as the API says.</summary>
public class EstateTests
{
    [Fact]
    public void What_instances_name_is_there_and_is_what_they_say()
    {
        using var service = new SimulatedService();

        AccountConsistency.Check(service.Simulator);
        Assert.Equal(500, service.Simulator.Rows("Disk").Count(disk => disk.Text("instanceId") is not null));
        Assert.All(service.Simulator.Rows("Subnet"), subnet => Assert.All(
            service.Simulator.Rows("Nic").Where(nic => nic.Text("subnetId") == subnet.Text("subnetId")),
            nic => Assert.Equal(subnet.Text("regionId"), nic.Text("regionId"))));
    }

    [Fact]
    public void There_is_also_what_nobody_uses()
    {
        using var service = new SimulatedService();

        Assert.Equal(3, service.Disks("AVAILABLE").Count);
        Assert.Single(service.Disks("RECYCLED"));
        Assert.Equal(2, service.Simulator.Rows("Eip").Count(eip => eip.Text("status") == "UNBIND"));
        Assert.Single(service.Simulator.Rows("Nic"), nic => nic.Text("status") == "AVAILABLE");
        Assert.Contains(service.Simulator.Rows("SecurityGroup"), group => group.GetProperty("nicIdList").GetArrayLength() == 0);
        var gone = service.Simulator.Rows("Snapshot").Where(snapshot => service.StateOf("Disk", snapshot.Text("diskId")!) is null);
        Assert.Equal(2, gone.Count());
    }

    [Fact]
    public void The_same_seed_is_the_same_account_and_another_one_is_not()
    {
        using var first = new SimulatedService(account => account.Seed = 7);
        using var again = new SimulatedService(account => account.Seed = 7);
        using var other = new SimulatedService(account => account.Seed = 8);

        Assert.Equal(All(first), All(again));
        Assert.NotEqual(All(first), All(other));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_does_not_matter_when_somebody_looks_first(bool keeps)
    {
        using var early = new SimulatedService();
        using var late = new SimulatedService();
        _ = All(early);

        foreach (var service in new[] { early, late })
        {
            var ids = service.Ids(40);
            await service.AskAsync("ReleaseInstances", Body(("instanceIds", ids.Take(20)), ("dependResource", !keeps)));
            await service.AskAsync("ModifyInstancesAttribute", Body(("instanceIds", ids.Skip(20)), ("instanceName", "new-name")));
            Assert.True(service.Simulator.Drop(ids[30]));
        }

        Assert.Equal(All(early), All(late));
    }

    [Fact]
    public async Task A_release_takes_what_belongs_to_the_instance_and_leaves_its_snapshots()
    {
        using var service = new SimulatedService(account => account.ReleaseTime = TimeSpan.FromSeconds(30));
        var snapshot = service.Simulator.Rows("Snapshot").First(row => service.StateOf("Disk", row.Text("diskId")!) == "IN_USE");
        var instanceId = service.Simulator.Row("Disk", snapshot.Text("diskId")!)!.Value.Text("instanceId")!;

        await service.AskAsync("ReleaseInstances", RawCalls.Body(instanceId));
        Assert.NotEmpty(Of(service, "Disk", instanceId));
        service.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Null(service.StatusOf(instanceId));
        Assert.Empty(ZecSimulator.Kinds.Except(["Snapshot", "AutoSnapshotPolicy", "Vpc", "Subnet", "SecurityGroup", "Image", "PlacementGroup"]).SelectMany(kind => Of(service, kind, instanceId)));
        Assert.Equal("AVAILABLE", service.StateOf("Snapshot", snapshot.Text("snapshotId")!));
        AccountConsistency.Check(service.Simulator);
    }

    [Fact]
    public async Task A_release_without_dependents_leaves_detachable_disks_and_addresses_that_nobody_uses()
    {
        using var service = new SimulatedService();
        var machines = service.Simulator.Instances.Take(10).ToArray();
        var (bootDisks, dataDisks) = (machines.Select(machine => machine.SystemDisk!.DiskId!), machines.Select(machine => machine.DataDisks[0].DiskId!).ToArray());

        await service.AskAsync("ReleaseInstances", Body(("instanceIds", machines.Select(machine => machine.InstanceId)), ("dependResource", false)));

        Assert.All(bootDisks, id => Assert.Null(service.StateOf("Disk", id)));
        Assert.All(dataDisks, id => Assert.Equal("AVAILABLE", service.StateOf("Disk", id)));
        Assert.All(dataDisks, id => Assert.Null(service.Simulator.Row("Disk", id)!.Value.Text("instanceId")));

        // The tenth has the account's default address, which goes in any case.
        Assert.Equal(2 + 9, service.Simulator.Rows("Eip").Count(eip => eip.Text("status") == "UNBIND" && eip.Text("associatedId") is null));
        Assert.All(machines, machine => Assert.Empty(Of(service, "Nic", machine.InstanceId)));
        AccountConsistency.Check(service.Simulator);
    }

    [Fact]
    public async Task In_the_recycle_bin_an_instance_has_only_what_was_not_to_be_kept()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var (kept, taken) = (service.Simulator.Instances[0], service.Simulator.Instances[1]);
        var disks = new[] { kept, taken }.Select(machine => machine.DataDisks[0].DiskId!).ToArray();

        await service.AskAsync("ReleaseInstances", Body(("instanceIds", new[] { kept.InstanceId }), ("dependResource", false)));
        await service.AskAsync("ReleaseInstances", RawCalls.Body(taken.InstanceId));

        Assert.Equal(["AVAILABLE", "IN_USE"], disks.Select(id => service.StateOf("Disk", id)));
        Assert.Equal([0, 1], new[] { kept, taken }.Select(machine => machine.DataDisks.Count));
        Assert.Equal([0, 1], new[] { kept, taken }.Select(machine => machine.PublicIpAddresses.Count));
        AccountConsistency.Check(service.Simulator);
        await service.AskAsync("ReleaseInstances", RawCalls.Body(kept.InstanceId, taken.InstanceId));
        Assert.Equal(["AVAILABLE", null], disks.Select(id => service.StateOf("Disk", id)));
    }

    [Fact]
    public async Task New_instances_come_with_disks_that_are_created_with_them()
    {
        using var service = new SimulatedService(account => account.CreateFailureCount = 1);
        var order = """
            {"zoneId":"asia-east-1a","imageId":"debian12_20240712","instanceType":"z2a.cpu.2","subnetId":"subnet-new","securityGroupId":"sg-new",
             "instanceCount":2,"dataDisks":[{"diskSize":70}],"internetChargeType":"ByBandwidth"}
            """;

        var ids = (await service.AskAsync("CreateZecInstances", order)).GetProperty("instanceIdSet").EnumerateArray().Select(id => id.GetString()!).ToArray();

        Assert.All(ids, id => Assert.Equal(["CREATING", "CREATING"], Of(service, "Disk", id).Select(disk => disk.Text("diskStatus"))));
        service.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["FAILED", "FAILED", "IN_USE", "IN_USE"], ids.SelectMany(id => Of(service, "Disk", id)).Select(disk => disk.Text("diskStatus")));
        Assert.All(ids, id => Assert.Single(Of(service, "Eip", id)));
        Assert.Equal("asia-east-1", service.Simulator.Row("Subnet", "subnet-new")!.Value.Text("regionId"));
        Assert.Equal(2, service.Simulator.Row("SecurityGroup", "sg-new")!.Value.GetProperty("nicIdList").GetArrayLength());
        AccountConsistency.Check(service.Simulator);
    }

    [Fact]
    public async Task An_order_takes_the_address_that_it_names()
    {
        using var service = new SimulatedService();
        var eip = service.Simulator.Rows("Eip").First(row => row.Text("status") == "UNBIND");
        var order = Merged(
            """{"zoneId":"asia-east-1a","imageId":"debian12_20240712","instanceType":"z2a.cpu.2","subnetId":"subnet-1"}""",
            Body(("eipIds", new[] { eip.Text("eipId") })));

        var id = (await service.AskAsync("CreateZecInstances", order)).GetProperty("instanceIdSet")[0].GetString()!;

        var bound = service.Simulator.Row("Eip", eip.Text("eipId")!)!.Value;
        Assert.Equal(("BINDED", id, "NIC"), (bound.Text("status"), bound.Text("instanceId"), bound.Text("associatedType")));
        Assert.Equal(
            bound.GetProperty("publicIpAddresses")[0].GetString(),
            Assert.Single(service.Simulator.Instances.Single(machine => machine.InstanceId == id).PublicIpAddresses));
    }

    [Fact]
    public async Task Who_only_asks_for_instances_does_not_wait_for_the_rest_to_be_made()
    {
        var account = new SimulatedAccount(new SimulatorOptions { ReleaseTime = TimeSpan.Zero }, new FakeTimeProvider());
        using var service = new SimulatedService();

        account.Fleet.Drop(account.Fleet.Instances[0]);
        _ = await service.AskAsync("DescribeInstances", "{}");

        Assert.False(account.Estate.IsMade);
        _ = account[Simulator.Kinds.Disks.DiskKind.Kind];
        Assert.True(account.Estate.IsMade);
    }

    [Fact]
    public void Tests_add_change_and_take_away_things_of_any_kind()
    {
        using var service = new SimulatedService();
        var simulator = service.Simulator;
        var instanceId = service.Ids(1)[0];

        Assert.True(simulator.AddRow("Disk", """{"diskId":"d-1","diskName":"mine","diskStatus":"AVAILABLE","diskType":"DATA","portable":true,"diskSize":5}"""));
        Assert.False(simulator.AddRow("Disk", """{"diskId":"d-1"}"""));
        Assert.Throws<ArgumentException>(() => simulator.AddRow("Disk", """{"diskId":"d-2","diskNames":"wrong"}"""));
        Assert.True(simulator.ChangeRow("Disk", "d-1", Body(("instanceId", instanceId), ("diskSize", 6))));
        Assert.True(simulator.SetStatus("Disk", "d-1", "IN_USE"));
        Assert.Equal(2, simulator.Instances[0].DataDisks.Count);
        Assert.Equal(("IN_USE", 6, simulator.Instances[0].InstanceName), (service.StateOf("Disk", "d-1"), simulator.Row("Disk", "d-1")!.Value.Whole("diskSize"), simulator.Row("Disk", "d-1")!.Value.Text("instanceName")));
        Assert.True(simulator.Drop("Disk", "d-1"));
        Assert.False(simulator.Drop("Disk", "d-1") || simulator.SetStatus("Disk", "d-1", "IN_USE") || simulator.ChangeRow("Disk", "d-1", "{}"));
        Assert.Single(simulator.Instances[0].DataDisks);
        Assert.Throws<ArgumentException>(() => simulator.Rows("Disc"));
    }

    private static IEnumerable<JsonElement> Of(SimulatedService service, string kind, string instanceId)
        => service.Simulator.Rows(kind).Where(row => row.Text("instanceId") == instanceId);

    /// <summary>Everything that the account has, as text.</summary>
    private static string All(SimulatedService service) => string.Join(
        '\n', ZecSimulator.Kinds.SelectMany(kind => service.Simulator.Rows(kind).Select(row => $"{kind} {row.GetRawText()}")));
}
