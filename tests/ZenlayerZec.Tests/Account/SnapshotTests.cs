using ZenlayerZec.Tests.Client;
using static ZenlayerZec.Tests.Account.AccountRows;

namespace ZenlayerZec.Tests.Account;

/// <summary>What becomes of simulated snapshots and their schedules.</summary>
public class SnapshotTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("IN_USE")]
    [InlineData("AVAILABLE")]
    public async Task A_snapshot_is_made_while_its_disk_waits(string status)
    {
        using var service = new SimulatedService();
        var diskId = service.Disks(status)[0];

        var id = (await service.AskAsync("CreateSnapshot", Body(("diskId", diskId), ("snapshotName", "before")))).Text("snapshotId")!;

        Assert.Equal(("CREATING", "SNAPSHOT_CREATING"), (service.StateOf("Snapshot", id), service.StateOf("Disk", diskId)));
        service.Clock.Advance(Step);
        Assert.Equal(("AVAILABLE", status), (service.StateOf("Snapshot", id), service.StateOf("Disk", diskId)));
        var snapshot = service.Simulator.Row("Snapshot", id)!.Value;
        Assert.Equal(("before", "Manual", diskId, "2026-01-01T00:00:00Z"), (snapshot.Text("snapshotName"), snapshot.Text("snapshotType"), snapshot.Text("diskId"), snapshot.Text("createTime")));
        Assert.Null(snapshot.Text("retentionTime"));
        Assert.Equal(1, service.Simulator.CarriedOutCount("CreateSnapshot", id));
    }

    [Fact]
    public async Task A_snapshot_is_kept_until_its_time()
    {
        using var service = new SimulatedService();
        var diskId = service.Disks("IN_USE")[0];

        var id = (await service.AskAsync(
            "CreateSnapshot", Body(("diskId", diskId), ("snapshotName", "s"), ("retentionTime", "2026-01-03T00:00:00Z")))).Text("snapshotId")!;
        var longer = (await service.AskAsync(
            "CreateSnapshot", Body(("diskId", service.Disks("IN_USE")[1]), ("snapshotName", "s"), ("retentionTime", "2026-01-03T00:00:00Z")))).Text("snapshotId")!;
        await service.AskAsync("ModifySnapshotsAttribute", Body(("snapshotIds", new[] { longer }), ("isPermanent", true), ("snapshotName", "for ever")));

        service.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        Assert.NotNull(service.StateOf("Snapshot", id));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(service.StateOf("Snapshot", id));
        Assert.Equal(("for ever", null), (service.Simulator.Row("Snapshot", longer)!.Value.Text("snapshotName"), service.Simulator.Row("Snapshot", longer)!.Value.Text("retentionTime")));
    }

    [Theory]
    [InlineData("2026-01-01T23:59:59Z", "INVALID_PARAMETER_VALUE")]
    [InlineData("tomorrow", "INVALID_PARAMETER_DATE_FORMAT_ERROR")]
    public async Task A_snapshot_is_kept_for_a_day_at_least(string until, string code)
    {
        using var service = new SimulatedService();

        var refusal = await service.RefusalAsync(
            "CreateSnapshot", Body(("diskId", service.Disks("IN_USE")[0]), ("snapshotName", "s"), ("retentionTime", until)));

        Assert.Equal((400, code), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task What_cannot_be_deleted_is_listed_and_the_rest_is_deleted()
    {
        using var service = new SimulatedService(account => account.ReleaseTime = TimeSpan.FromSeconds(10));
        var ids = service.Simulator.Rows("Snapshot").Select(snapshot => snapshot.Text("snapshotId")!).ToArray();
        var busy = (await service.AskAsync("CreateSnapshot", Body(("diskId", service.Disks("IN_USE")[0]), ("snapshotName", "s")))).Text("snapshotId")!;

        var answer = await service.AskAsync("DeleteSnapshots", Body(("snapshotIds", new[] { ids[0], busy, "stranger", ids[1] })));

        Assert.Equal([busy, "stranger"], answer.GetProperty("snapshotIds").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(("DELETING", "DELETING"), (service.StateOf("Snapshot", ids[0]), service.StateOf("Snapshot", ids[1])));
        service.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((null, null, "AVAILABLE"), (service.StateOf("Snapshot", ids[0]), service.StateOf("Snapshot", ids[1]), service.StateOf("Snapshot", busy)));
        Assert.Equal((1, 0), (service.Simulator.CarriedOutCount("DeleteSnapshots", ids[0]), service.Simulator.CarriedOutCount("DeleteSnapshots", busy)));
    }

    [Fact]
    public async Task A_disk_is_rolled_back_only_to_a_snapshot_of_its_own()
    {
        using var service = new SimulatedService();
        var snapshot = service.Simulator.Rows("Snapshot").First(row => service.StateOf("Disk", row.Text("diskId")!) == "IN_USE");
        var (id, diskId) = (snapshot.Text("snapshotId")!, snapshot.Text("diskId")!);

        var other = await service.RefusalAsync("ApplySnapshot", Body(("snapshotId", id), ("diskId", service.Disks("AVAILABLE")[0])));
        await service.AskAsync("ApplySnapshot", Body(("snapshotId", id), ("diskId", diskId)));

        Assert.Equal("INVALID_PARAMETER_VALUE", other.Code);
        Assert.Equal(("ROLLING_BACK", "ROLLING_BACK"), (service.StateOf("Snapshot", id), service.StateOf("Disk", diskId)));
        service.Clock.Advance(Step);
        Assert.Equal(("AVAILABLE", "IN_USE"), (service.StateOf("Snapshot", id), service.StateOf("Disk", diskId)));
        Assert.Equal((1, 1), (service.Simulator.CarriedOutCount("ApplySnapshot", id), service.Simulator.CarriedOutCount("ApplySnapshot", diskId)));
    }

    [Theory]
    [InlineData("DATA", true)]
    [InlineData("SYSTEM", false)]
    public async Task A_disk_is_made_of_a_snapshot_of_a_data_disk(string diskType, bool isMade)
    {
        using var service = new SimulatedService();
        var listed = await service.AskAsync("DescribeSnapshots", Body(("diskType", diskType), ("status", "AVAILABLE")));
        var snapshot = listed.GetProperty("dataSet")[0];
        var order = Body(("zoneId", snapshot.Text("zoneId")), ("diskName", "copy"), ("diskSize", 100), ("snapshotId", snapshot.Text("snapshotId")));

        using var answer = await service.PostAsync("CreateDisks", order);

        Assert.Equal(isMade, answer.IsSuccessStatusCode);
        Assert.Equal(isMade, snapshot.GetProperty("diskAbility").GetBoolean());
    }

    [Fact]
    public async Task A_schedule_counts_its_disks_and_lets_go_of_them_when_it_is_deleted()
    {
        using var service = new SimulatedService();
        var disks = service.Disks("IN_USE").Where(id => service.Simulator.Row("Disk", id)!.Value.Text("autoSnapshotPolicyId") is null).Take(3).ToArray();

        var id = (await service.AskAsync("CreateAutoSnapshotPolicy", """
            {"zoneId":"asia-east-1a","autoSnapshotPolicyName":"hourly_1","repeatWeekDays":[1,7],"hours":[0,23],"tags":{"tags":[{"key":"a","value":"b"}]}}
            """)).Text("autoSnapshotPolicyId")!;
        await service.AskAsync("ApplyAutoSnapshotPolicy", Body(("autoSnapshotPolicyId", id), ("diskIds", disks)));
        await service.AskAsync("ApplyAutoSnapshotPolicy", Body(("autoSnapshotPolicyId", id), ("diskIds", disks[..1])));
        await service.AskAsync("CancelAutoSnapshotPolicy", Body(("autoSnapshotPolicyId", id), ("diskIds", new[] { disks[2], "stranger" })));

        var policy = service.Simulator.Row("AutoSnapshotPolicy", id)!.Value;
        Assert.Equal((2, -1), (policy.Whole("diskNum"), policy.Whole("retentionDays")));
        Assert.Equal(disks[..2], policy.GetProperty("diskIdSet").EnumerateArray().Select(disk => disk.GetString()));
        Assert.Equal("[1,7]", policy.GetProperty("repeatWeekDays").GetRawText());
        await service.AskAsync("DeleteAutoSnapshotPolicies", Body(("autoSnapshotPolicyIds", new[] { id })));
        Assert.Null(service.Simulator.Row("AutoSnapshotPolicy", id));
        Assert.All(disks, disk => Assert.Null(service.Simulator.Row("Disk", disk)!.Value.Text("autoSnapshotPolicyId")));
    }

    [Fact]
    public async Task A_disk_is_in_one_schedule_only_and_a_refused_request_changes_none()
    {
        using var service = new SimulatedService();
        var policies = service.Simulator.Rows("AutoSnapshotPolicy");
        var taken = policies[0].GetProperty("diskIdSet")[0].GetString()!;
        var free = service.Disks("AVAILABLE")[0];

        var refusal = await service.RefusalAsync(
            "ApplyAutoSnapshotPolicy", Body(("autoSnapshotPolicyId", policies[1].Text("autoSnapshotPolicyId")), ("diskIds", new[] { free, taken })));

        Assert.Equal((400, "INVALID_DISK_AUTO_SNAPSHOT_POLICY_EXIST"), (refusal.Status, refusal.Code));
        Assert.Null(service.Simulator.Row("Disk", free)!.Value.Text("autoSnapshotPolicyId"));
    }

    [Theory]
    [InlineData("""{"autoSnapshotPolicyName":"x-"}""", "INVALID_PARAMETER_PATTERN_ERROR")]
    [InlineData("""{"autoSnapshotPolicyName":"x"}""", "INVALID_PARAMETER_LESS_LENGTH")]
    [InlineData("""{"repeatWeekDays":[0]}""", "INVALID_PARAMETER_LESS_MINIMUM")]
    [InlineData("""{"repeatWeekDays":[8]}""", "INVALID_PARAMETER_VALUE")]
    [InlineData("""{"repeatWeekDays":["1"]}""", "INVALID_PARAMETER_TYPE")]
    [InlineData("""{"hours":[24]}""", "INVALID_PARAMETER_VALUE")]
    [InlineData("""{"retentionDays":0}""", "INVALID_PARAMETER_VALUE")]
    [InlineData("""{"retentionDays":65536}""", "INVALID_PARAMETER_VALUE")]
    public async Task A_schedule_that_makes_no_sense_is_refused(string change, string code)
    {
        using var service = new SimulatedService();
        var order = Merged("""{"zoneId":"asia-east-1a","autoSnapshotPolicyName":"nightly-2","repeatWeekDays":[1],"hours":[2]}""", change);

        var refusal = await service.RefusalAsync("CreateAutoSnapshotPolicy", order);

        Assert.Equal((400, code), (refusal.Status, refusal.Code));
        Assert.Equal(2, service.Simulator.Rows("AutoSnapshotPolicy").Count);
    }

    [Fact]
    public async Task A_schedule_takes_what_is_named_and_keeps_the_rest()
    {
        using var service = new SimulatedService();
        var before = service.Simulator.Rows("AutoSnapshotPolicy")[0];
        var id = before.Text("autoSnapshotPolicyId")!;

        await service.AskAsync("ModifyAutoSnapshotPolicy", Merged("""{"hours":[5],"retentionDays":3}""", Body(("autoSnapshotPolicyId", id))));

        var after = service.Simulator.Row("AutoSnapshotPolicy", id)!.Value;
        Assert.Equal(("[5]", 3), (after.GetProperty("hours").GetRawText(), after.Whole("retentionDays")));
        Assert.Equal(before.GetProperty("repeatWeekDays").GetRawText(), after.GetProperty("repeatWeekDays").GetRawText());
        Assert.Equal(before.Text("autoSnapshotPolicyName"), after.Text("autoSnapshotPolicyName"));
    }
}
