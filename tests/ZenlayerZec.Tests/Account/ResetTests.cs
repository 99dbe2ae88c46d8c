using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Account;

/// <summary>What a reset changes on a simulated instance, and a rename.</summary>
public class ResetTests
{
    [Fact]
    public async Task A_reset_changes_the_image_the_name_and_the_time_zone()
    {
        using var service = new SimulatedService();
        var id = AddStopped(service, "debian12_20240712");

        await service.SendAsync(ZecActions.ResetInstances, new ResetInstancesRequest
        {
            InstanceIds = [id],
            ImageId = "rocky9_20240712",
            InstanceName = "fresh.one",
            Timezone = "Asia/Tokyo",
            EnableAgent = false,
            Password = "Example+123",
        });

        var machine = Assert.Single(service.Simulator.Instances, instance => instance.InstanceId == id);
        Assert.Equal(
            ("rocky9_20240712", "Rocky Linux 9", "fresh.one", "Asia/Tokyo", false, null),
            (machine.ImageId, machine.ImageName, machine.InstanceName, machine.TimeZone, machine.EnableAgent, machine.KeyId));
    }

    [Fact]
    public async Task A_reset_without_an_image_keeps_all_as_it_was()
    {
        using var service = new SimulatedService();
        var id = AddStopped(service, "debian12_20240712");

        await service.ResetAsync(id);

        var machine = Assert.Single(service.Simulator.Instances, instance => instance.InstanceId == id);
        Assert.Equal(("debian12_20240712", "old", "key-old"), (machine.ImageId, machine.InstanceName, machine.KeyId));
    }

    [Theory]
    [InlineData("debian12_20240712", "windows2022_20240712", null)]
    [InlineData("debian12_20240712", "webgolden_20250301", null)]
    [InlineData("windows2022_20240712", null, "Example+123")]
    public async Task An_instance_that_the_image_does_not_suit_is_listed(string before, string? imageId, string? password)
    {
        using var service = new SimulatedService();
        var id = AddStopped(service, before);

        Assert.Equal([id], (await service.ResetAsync(id, imageId, password)).InstanceIds);
        Assert.Equal("STOPPED", service.StatusOf(id));
    }

    [Theory]
    [InlineData("no-such", null, null, "INVALID_IMAGE_NOT_FOUND")]
    [InlineData(null, "Example+123", "key-1", "INVALID_PARAMETER_VALUE")]
    [InlineData(null, "simple", null, "INVALID_PASSWORD_MALFORMED")]
    [InlineData(null, "Example123", null, "INVALID_PASSWORD_MALFORMED")]
    [InlineData(null, "Example+123456789", null, "INVALID_PASSWORD_MALFORMED")]
    public async Task A_reset_that_makes_no_sense_is_refused(string? imageId, string? password, string? keyId, string code)
    {
        using var service = new SimulatedService();
        var id = AddStopped(service, "debian12_20240712");

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => service.ResetAsync(id, imageId, password, keyId));

        Assert.Equal(code, failure.Code);
        Assert.Equal("STOPPED", service.StatusOf(id));
    }

    [Fact]
    public async Task A_reset_can_fail_in_the_end()
    {
        using var service = new SimulatedService(account => account.ResetFailingInstanceIds.Add("unlucky"));
        var id = AddStopped(service, "debian12_20240712", "unlucky");

        Assert.Null((await service.ResetAsync(id)).InstanceIds);

        Assert.Equal("DEPLOYING", service.StatusOf(id));
        service.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("REINSTALL_FAILED", service.StatusOf(id));
    }

    [Fact]
    public async Task A_rename_gives_all_of_them_the_name()
    {
        using var service = new SimulatedService();
        var ids = service.Ids(2);

        await RenameAsync(service, "web.new-1", [.. ids]);

        Assert.All(service.Simulator.Instances.Take(2), instance => Assert.Equal("web.new-1", instance.InstanceName));
        Assert.All(ids, id => Assert.Equal(1, service.Simulator.CarriedOutCount("ModifyInstancesAttribute", id)));
        Assert.Equal("web.new-1", (await service.Client.DescribeInstancesAsync(
            new() { InstanceIds = [ids[1]] }, service.Call, TestContext.Current.CancellationToken)).DataSet![0].InstanceName);
    }

    [Theory]
    [InlineData("web 1", "INVALID_PARAMETER_PATTERN_ERROR")]
    [InlineData("web_1", "INVALID_PARAMETER_PATTERN_ERROR")]
    [InlineData("web\n", "INVALID_PARAMETER_PATTERN_ERROR")]
    [InlineData("", "MISSING_PARAMETER")]
    [InlineData("a23456789-123456789-123456789-123456789-123456789-123456789-12345", "INVALID_PARAMETER_EXCEED_LENGTH")]
    public async Task A_name_has_its_rules(string name, string code)
    {
        using var service = new SimulatedService();

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => RenameAsync(service, name, service.Ids(1)[0]));

        Assert.Equal(code, failure.Code);
    }

    [Fact]
    public async Task A_rename_of_one_that_is_not_there_renames_none()
    {
        using var service = new SimulatedService();
        var before = service.Simulator.Instances[0].InstanceName;

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => RenameAsync(service, "new-name", service.Ids(1)[0], "stranger"));

        Assert.Equal(("INVALID_INSTANCE_NOT_FOUND", before), (failure.Code, service.Simulator.Instances[0].InstanceName));
    }

    private static Task<EmptyResponse> RenameAsync(SimulatedService service, string name, params string[] ids)
        => service.SendAsync(
            ZecActions.ModifyInstancesAttribute, new ModifyInstancesAttributeRequest { InstanceIds = ids, InstanceName = name });

    private static string AddStopped(SimulatedService service, string imageId, string id = "i-1")
    {
        service.Simulator.Add(new ZecInstance
        {
            InstanceId = id,
            InstanceName = "old",
            Status = InstanceStatus.Stopped,
            ImageId = imageId,
            KeyId = "key-old",
            SystemDisk = new ZecSystemDisk { SizeGiB = 40 },
        });
        return id;
    }
}
