using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;
using static ZenlayerZec.Tests.Account.AccountRows;

namespace ZenlayerZec.Tests.Account;

/// <summary>What becomes of simulated disks over time.</summary>
public class DiskLifeTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task New_disks_are_created_and_then_available()
    {
        using var service = new SimulatedService();

        var answer = await service.AskAsync("CreateDisks", """
            {"zoneId":"asia-east-1a","diskName":"data-1","diskSize":30,"diskAmount":3,"diskCategory":"Basic NVMe SSD","resourceGroupId":"rg-research",
             "tags":{"tags":[{"key":"env","value":"dev"}]},"burstingEnabled":true}
            """);

        var ids = answer.GetProperty("diskIds").EnumerateArray().Select(id => id.GetString()!).ToArray();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.NotEmpty(answer.Text("orderNumber")!);
        Assert.All(ids, id => Assert.Equal("CREATING", service.StateOf("Disk", id)));
        service.Clock.Advance(Step - Moment);
        Assert.All(ids, id => Assert.Equal("CREATING", service.StateOf("Disk", id)));
        service.Clock.Advance(Moment);
        Assert.All(ids, id => Assert.Equal("AVAILABLE", service.StateOf("Disk", id)));
        Assert.All(ids, id => Assert.Equal(1, service.Simulator.CarriedOutCount("CreateDisks", id)));
        var disk = service.Simulator.Row("Disk", ids[0])!.Value;
        Assert.Equal(("data-1", "asia-east-1", "DATA", "Basic NVMe SSD"), (disk.Text("diskName"), disk.Text("regionId"), disk.Text("diskType"), disk.Text("diskCategory")));
        Assert.Equal((30, "research", "2026-01-01T00:00:00Z"), (disk.Whole("diskSize"), disk.Text("resourceGroupName"), disk.Text("createTime")));
        Assert.Equal("""{"tags":[{"key":"env","value":"dev"}]}""", disk.GetProperty("tags").GetRawText());
        Assert.True(disk.GetProperty("portable").GetBoolean() && disk.GetProperty("burstingEnabled").GetBoolean());
    }

    [Fact]
    public async Task A_disk_that_is_made_for_an_instance_ends_in_use_by_it()
    {
        using var service = new SimulatedService();
        var machine = service.Simulator.Instances.First(instance => instance.ZoneId == "asia-east-1a");

        var answer = await service.AskAsync(
            "CreateDisks", Body(("zoneId", "asia-east-1a"), ("diskName", "more"), ("diskSize", 10), ("instanceId", machine.InstanceId)));

        var id = answer.GetProperty("diskIds")[0].GetString()!;
        service.Clock.Advance(Step);
        Assert.Equal("IN_USE", service.StateOf("Disk", id));
        Assert.Equal(machine.InstanceName, service.Simulator.Row("Disk", id)!.Value.Text("instanceName"));
        Assert.Contains(Machine(service, machine.InstanceId).DataDisks, disk => disk.DiskId == id && disk.SizeGiB == 10);
    }

    [Fact]
    public async Task The_first_disks_end_in_failure_where_the_account_is_set_so()
    {
        using var service = new SimulatedService(account => account.FailingCreations["CreateDisks"] = 1);

        var answer = await service.AskAsync("CreateDisks", """{"zoneId":"eu-west-1a","diskName":"data","diskSize":10,"diskAmount":2}""");

        service.Clock.Advance(Step);
        Assert.Equal(
            ["FAILED", "AVAILABLE"],
            answer.GetProperty("diskIds").EnumerateArray().Select(id => service.StateOf("Disk", id.GetString()!)));
    }

    [Fact]
    public async Task A_disk_is_detached_and_attached_again()
    {
        using var service = new SimulatedService();
        var id = service.Disks("IN_USE", "STOPPED")[0];
        var instanceId = service.Simulator.Row("Disk", id)!.Value.Text("instanceId")!;

        await service.AskAsync("DetachDisks", Body(("diskIds", new[] { id })));
        Assert.Equal(("DETACHING", instanceId), (service.StateOf("Disk", id), service.Simulator.Row("Disk", id)!.Value.Text("instanceId")));
        service.Clock.Advance(Step);
        Assert.Equal(("AVAILABLE", null), (service.StateOf("Disk", id), service.Simulator.Row("Disk", id)!.Value.Text("instanceId")));
        Assert.Empty(Machine(service, instanceId).DataDisks);

        await service.AskAsync("AttachDisks", Body(("diskIds", new[] { id }), ("instanceId", instanceId)));
        Assert.Equal(("ATTACHING", instanceId), (service.StateOf("Disk", id), service.Simulator.Row("Disk", id)!.Value.Text("instanceId")));
        service.Clock.Advance(Step);
        Assert.Equal("IN_USE", service.StateOf("Disk", id));
        Assert.Equal(id, Assert.Single(Machine(service, instanceId).DataDisks).DiskId);
    }

    [Fact]
    public async Task A_disk_of_a_running_instance_is_detached_only_on_demand()
    {
        using var service = new SimulatedService();
        var id = service.Disks("IN_USE", "RUNNING")[0];

        var refusal = await service.RefusalAsync("DetachDisks", Body(("diskIds", new[] { id })));
        await service.AskAsync("DetachDisks", Body(("diskIds", new[] { id }), ("instanceCheckFlag", false)));

        Assert.Equal((403, "OPERATION_DENIED_INSTANCE_NOT_STOPPED"), (refusal.Status, refusal.Code));
        Assert.Equal("DETACHING", service.StateOf("Disk", id));
    }

    [Fact]
    public async Task A_released_disk_lies_in_the_recycle_bin_for_a_day()
    {
        using var service = new SimulatedService(account => account.ReleaseTime = TimeSpan.FromSeconds(30));
        var id = service.Disks("AVAILABLE")[0];

        await service.AskAsync("ReleaseDisk", Body(("diskId", id)));

        Assert.Equal("RECYCLING", service.StateOf("Disk", id));
        service.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("RECYCLED", service.StateOf("Disk", id));
        service.Clock.Advance(TimeSpan.FromHours(24) - Moment);
        Assert.Equal("RECYCLED", service.StateOf("Disk", id));
        service.Clock.Advance(Moment);
        Assert.Null(service.StateOf("Disk", id));
        Assert.Equal(1, service.Simulator.CarriedOutCount("ReleaseDisk", id));
    }

    [Fact]
    public async Task A_second_release_destroys_a_disk_that_is_in_the_recycle_bin()
    {
        using var service = new SimulatedService();
        var id = service.Disks("AVAILABLE")[0];

        await service.AskAsync("ReleaseDisk", Body(("diskId", id)));
        Assert.Equal("RECYCLED", service.StateOf("Disk", id));
        await service.AskAsync("ReleaseDisk", Body(("diskId", id)));

        Assert.Null(service.StateOf("Disk", id));
        Assert.Equal(2, service.Simulator.CarriedOutCount("ReleaseDisk", id));
    }

    [Fact]
    public async Task Without_a_recycle_bin_a_released_disk_is_deleted()
    {
        using var service = new SimulatedService(account => (account.DiskRecycleBin, account.ReleaseTime) = (false, TimeSpan.FromSeconds(30)));
        var id = service.Disks("AVAILABLE")[0];

        await service.AskAsync("ReleaseDisk", Body(("diskId", id)));

        Assert.Equal("DELETING", service.StateOf("Disk", id));
        service.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(service.StateOf("Disk", id));
    }

    [Fact]
    public async Task A_disk_is_restored_from_the_recycle_bin_and_stays()
    {
        using var service = new SimulatedService();
        var id = service.Disks("RECYCLED")[0];

        await service.AskAsync("RenewDisk", Body(("diskId", id)));

        Assert.Equal("AVAILABLE", service.StateOf("Disk", id));
        service.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("AVAILABLE", service.StateOf("Disk", id));
    }

    [Theory]
    [InlineData("AVAILABLE")]
    [InlineData("IN_USE")]
    public async Task A_disk_grows_in_its_time(string status)
    {
        using var service = new SimulatedService(account => account.ActionTimes["ResizeDisk"] = TimeSpan.FromMinutes(2));
        var id = service.Disks(status)[0];
        var before = service.Simulator.Row("Disk", id)!.Value;

        await service.AskAsync("ResizeDisk", Body(("diskId", id), ("diskSize", 999)));

        Assert.Equal(("CHANGING", before.Whole("diskSize")), (service.StateOf("Disk", id), service.Simulator.Row("Disk", id)!.Value.Whole("diskSize")));
        service.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((status, 999), (service.StateOf("Disk", id), service.Simulator.Row("Disk", id)!.Value.Whole("diskSize")));
        if (before.Text("instanceId") is { } instanceId)
        {
            Assert.Equal(999, Assert.Single(Machine(service, instanceId).DataDisks).SizeGiB);
        }
    }

    [Fact]
    public async Task Names_and_resource_groups_are_changed_for_all_or_none()
    {
        using var service = new SimulatedService();
        var ids = service.Disks("IN_USE").Take(3).ToArray();

        await service.AskAsync("ModifyDisksAttributes", Body(("diskIds", ids), ("diskName", "renamed")));
        await service.AskAsync("ModifyDisksResourceGroup", Body(("diskIds", ids), ("resourceGroupId", "rg-platform")));
        var refusal = await service.RefusalAsync("ModifyDisksAttributes", Body(("diskIds", ids.Append("stranger")), ("diskName", "again")));

        Assert.Equal((404, "INVALID_DISK_NOT_FOUND"), (refusal.Status, refusal.Code));
        Assert.All(ids.Select(id => service.Simulator.Row("Disk", id)!.Value), disk =>
        {
            Assert.Equal(("renamed", "platform"), (disk.Text("diskName"), disk.Text("resourceGroupName")));
            Assert.Equal("renamed", Assert.Single(Machine(service, disk.Text("instanceId")!).DataDisks).DiskName);
        });
    }

    [Fact]
    public async Task What_is_stuck_stays_in_between_and_what_refuses_is_listed()
    {
        string[] ids = [];
        using var service = new SimulatedService(account =>
        {
            using var first = new SimulatedService();
            ids = [.. first.Disks("IN_USE", "STOPPED").Take(1), .. first.Disks("AVAILABLE").Take(1)];
            account.FailingIds.Add(ids[0]);
            account.StuckIds.Add(ids[1]);
        });

        var answer = await service.AskAsync("DetachDisks", Body(("diskIds", new[] { ids[0] })));
        await service.AskAsync("ReleaseDisk", Body(("diskId", ids[1])));
        service.Clock.Advance(TimeSpan.FromDays(9));

        Assert.Equal(ids[0], Assert.Single(answer.GetProperty("failedDiskIds").EnumerateArray()).GetString());
        Assert.Equal(("IN_USE", "RECYCLING"), (service.StateOf("Disk", ids[0]), service.StateOf("Disk", ids[1])));
        Assert.Equal(0, service.Simulator.CarriedOutCount("DetachDisks", ids[0]));
    }

    [Fact]
    public async Task A_release_whose_answer_is_lost_takes_effect_once_and_another_client_is_counted_apart()
    {
        using var service = new SimulatedService();
        var ids = service.Disks("AVAILABLE");
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: true));

        await Assert.ThrowsAsync<HttpRequestException>(() => service.PostAsync("ReleaseDisk", Body(("diskId", ids[0]))));
        Assert.True(service.Simulator.Other.Act("ReleaseDisk", Body(("diskId", ids[1]))));
        Assert.False(service.Simulator.Other.Act("ReleaseDisk", Body(("diskId", "stranger"))));
        Assert.Throws<ArgumentException>(() => service.Simulator.Other.Act("ReleaseDisks", "{}"));

        Assert.Equal(("RECYCLED", "RECYCLED"), (service.StateOf("Disk", ids[0]), service.StateOf("Disk", ids[1])));
        Assert.Equal((1, 0), (service.Simulator.CarriedOutCount("ReleaseDisk", ids[0]), service.Simulator.CarriedOutCount("ReleaseDisk", ids[1])));
        Assert.Equal(1, service.Simulator.Other.CarriedOutCount("ReleaseDisk", ids[1]));
    }

    private static ZecInstance Machine(SimulatedService service, string id)
        => service.Simulator.Instances.First(instance => instance.InstanceId == id);
}
