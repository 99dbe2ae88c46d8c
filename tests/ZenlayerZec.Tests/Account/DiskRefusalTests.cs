using ZenlayerZec.Tests.Client;
using static ZenlayerZec.Tests.Account.AccountRows;

namespace ZenlayerZec.Tests.Account;

/// <summary>What the simulated account does not do to disks, and with which codes it says so.</summary>
public class DiskRefusalTests
{
    /// <summary>What each action takes.</summary>
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["AttachDisks"] = """{"diskIds":["ID"],"instanceId":"INSTANCE"}""",
        ["DetachDisks"] = """{"diskIds":["ID"],"instanceCheckFlag":false}""",
        ["ReleaseDisk"] = """{"diskId":"ID"}""",
        ["RenewDisk"] = """{"diskId":"ID"}""",
        ["ResizeDisk"] = """{"diskId":"ID","diskSize":2000}""",
        ["CreateSnapshot"] = """{"diskId":"ID","snapshotName":"s"}""",
        ["ModifyDisksAttributes"] = """{"diskIds":["ID"],"diskName":"n"}""",
    };

    [Theory]
    [InlineData("AttachDisks", "IN_USE", "UNSUPPORTED_OPERATION_DISK_STATUS")]
    [InlineData("AttachDisks", "ATTACHING", "UNSUPPORTED_OPERATION_DISK_STATUS")]
    [InlineData("AttachDisks", "RECYCLED", "UNSUPPORTED_OPERATION_DISK_BEING_RECYCLE")]
    [InlineData("DetachDisks", "AVAILABLE", "UNSUPPORTED_OPERATION_DISK_NO_ATTACH")]
    [InlineData("DetachDisks", "CHANGING", "UNSUPPORTED_OPERATION_DISK_STATUS")]
    [InlineData("ReleaseDisk", "IN_USE", "UNSUPPORTED_OPERATION_DISK_STATUS")]
    [InlineData("ReleaseDisk", "SNAPSHOT_CREATING", "UNSUPPORTED_OPERATION_DISK_STATUS")]
    [InlineData("ReleaseDisk", "DELETING", "UNSUPPORTED_OPERATION_DISK_STATUS")]
    [InlineData("ReleaseDisk", "RECYCLING", "UNSUPPORTED_OPERATION_DISK_BEING_RECYCLE")]
    [InlineData("RenewDisk", "AVAILABLE", "UNSUPPORTED_OPERATION_DISK_STATUS")]
    [InlineData("ResizeDisk", "CREATING", "UNSUPPORTED_OPERATION_DISK_STATUS")]
    [InlineData("ResizeDisk", "RECYCLED", "UNSUPPORTED_OPERATION_DISK_BEING_RECYCLE")]
    [InlineData("CreateSnapshot", "ROLLING_BACK", "UNSUPPORTED_OPERATION_DISK_STATUS")]
    [InlineData("ModifyDisksAttributes", "RECYCLED", "UNSUPPORTED_OPERATION_DISK_BEING_RECYCLE")]
    public async Task A_state_that_forbids_it_is_named_by_its_code(string action, string status, string code)
    {
        using var service = new SimulatedService();
        var id = service.Disks("AVAILABLE")[0];
        Assert.True(service.Simulator.SetStatus("Disk", id, status));

        var refusal = await service.RefusalAsync(action, Of(service, action, id));

        Assert.Equal((400, code), (refusal.Status, refusal.Code));
        Assert.Equal((status, 0), (service.StateOf("Disk", id), service.Simulator.CarriedOutCount(action, id)));
    }

    [Theory]
    [InlineData("AttachDisks")]
    [InlineData("DetachDisks")]
    [InlineData("ReleaseDisk")]
    [InlineData("RenewDisk")]
    [InlineData("ResizeDisk")]
    [InlineData("CreateSnapshot")]
    [InlineData("ModifyDisksAttributes")]
    public async Task A_disk_that_does_not_exist_is_not_found(string action)
    {
        using var service = new SimulatedService();

        var refusal = await service.RefusalAsync(action, Of(service, action, "stranger"));

        Assert.Equal((404, "INVALID_DISK_NOT_FOUND"), (refusal.Status, refusal.Code));
        Assert.Contains("stranger", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DetachDisks")]
    [InlineData("ReleaseDisk")]
    public async Task A_boot_disk_stays_with_its_instance(string action)
    {
        using var service = new SimulatedService();
        var id = service.Simulator.Instances[0].SystemDisk!.DiskId!;

        var refusal = await service.RefusalAsync(action, Of(service, action, id));

        Assert.Equal((400, "INVALID_DISK_NOT_PORTABLE"), (refusal.Status, refusal.Code));
    }

    [Theory]
    [InlineData(100, 400, "INVALID_PARAMETER_LESS_MINIMUM")]
    [InlineData(20, 400, "INVALID_PARAMETER_LESS_MINIMUM")]
    [InlineData(32_769, 400, "INVALID_PARAMETER_EXCEED_MAXIMUM")]
    public async Task A_disk_only_grows_and_has_a_largest_size(int size, int status, string code)
    {
        using var service = new SimulatedService();
        var id = service.Disks("IN_USE")[0];

        var refusal = await service.RefusalAsync("ResizeDisk", Body(("diskId", id), ("diskSize", size)));

        Assert.Equal((status, code), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task One_disk_that_cannot_be_detached_keeps_all_of_them()
    {
        using var service = new SimulatedService();
        var ids = service.Disks("IN_USE", "STOPPED").Take(2).ToArray();

        var several = await service.RefusalAsync("DetachDisks", Body(("diskIds", ids)));
        var loose = await service.RefusalAsync("DetachDisks", Body(("diskIds", new[] { ids[0], service.Disks("AVAILABLE")[0] })));

        Assert.Equal(("INVALID_PARAMETER_VALUE", "UNSUPPORTED_OPERATION_DISK_NO_ATTACH"), (several.Code, loose.Code));
        Assert.All(ids, id => Assert.Equal("IN_USE", service.StateOf("Disk", id)));
    }

    [Fact]
    public async Task More_than_ten_disks_are_not_attached_at_once()
    {
        using var service = new SimulatedService();

        var refusal = await service.RefusalAsync(
            "AttachDisks", Body(("diskIds", Enumerable.Range(0, 11).Select(number => $"d-{number}")), ("instanceId", service.Ids(1)[0])));

        Assert.Equal("INVALID_PARAMETER_EXCEED_LENGTH", refusal.Code);
    }

    [Fact]
    public async Task A_disk_goes_only_to_an_instance_of_its_zone_that_is_made()
    {
        using var service = new SimulatedService();
        var disk = service.Simulator.Row("Disk", service.Disks("AVAILABLE")[0])!.Value;
        var near = service.Simulator.Instances.First(instance => instance.ZoneId == disk.Text("zoneId")).InstanceId;
        var far = service.Simulator.Instances.First(instance => instance.ZoneId != disk.Text("zoneId")).InstanceId;

        var otherZone = await AttachAsync(far);
        Assert.True(service.Simulator.SetStatus(near, "DEPLOYING"));
        var deploying = await AttachAsync(near);
        Assert.True(service.Simulator.SetStatus(near, "RECYCLE"));
        var recycled = await AttachAsync(near);
        var unknown = await AttachAsync("stranger");

        Assert.Equal(
            ["INVALID_PARAMETER_VALUE", "OPERATION_DENIED_INSTANCE_STATUS_NOT_SUPPORT", "OPERATION_DENIED_INSTANCE_RECYCLED", "INVALID_INSTANCE_NOT_FOUND"],
            [otherZone, deploying, recycled, unknown]);

        async Task<string> AttachAsync(string instanceId)
            => (await service.RefusalAsync("AttachDisks", Body(("diskIds", new[] { disk.Text("diskId") }), ("instanceId", instanceId)))).Code;
    }

    [Theory]
    [InlineData("""{"zoneId":"nowhere"}""", 404, "INVALID_ZONE_NOT_FOUND")]
    [InlineData("""{"diskName":"-x"}""", 400, "INVALID_PARAMETER_PATTERN_ERROR")]
    [InlineData("""{"diskName":"a_b"}""", 400, "INVALID_PARAMETER_PATTERN_ERROR")]
    [InlineData("""{"diskSize":0}""", 400, "INVALID_PARAMETER_LESS_MINIMUM")]
    [InlineData("""{"diskAmount":0}""", 400, "INVALID_PARAMETER_LESS_MINIMUM")]
    [InlineData("""{"diskCategory":"Tape"}""", 400, "INVALID_PARAMETER_VALUE")]
    [InlineData("""{"instanceIds":["i-1","i-2"]}""", 400, "INVALID_PARAMETER_VALUE")]
    [InlineData("""{"instanceId":"stranger"}""", 404, "INVALID_INSTANCE_NOT_FOUND")]
    [InlineData("""{"resourceGroupId":"rg-none"}""", 404, "OPERATION_FAILED_RESOURCE_GROUP_NOT_FOUND")]
    [InlineData("""{"snapshotId":"stranger"}""", 404, "INVALID_SNAPSHOT_NOT_FOUND")]
    public async Task An_order_that_makes_no_sense_makes_nothing(string change, int status, string code)
    {
        using var service = new SimulatedService();
        var before = service.Simulator.Rows("Disk").Count;
        var order = Merged("""{"zoneId":"asia-east-1a","diskName":"data","diskSize":20}""", change);

        var refusal = await service.RefusalAsync("CreateDisks", order);

        Assert.Equal((status, code), (refusal.Status, refusal.Code));
        Assert.Equal(before, service.Simulator.Rows("Disk").Count);
    }

    private static string Of(SimulatedService service, string action, string id)
        => Bodies[action].Replace("ID", id, StringComparison.Ordinal).Replace("INSTANCE", service.Ids(1)[0], StringComparison.Ordinal);
}
