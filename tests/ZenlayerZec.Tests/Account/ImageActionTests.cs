using ZenlayerZec.Tests.Client;
using static ZenlayerZec.Tests.Account.AccountRows;

namespace ZenlayerZec.Tests.Account;

/// <summary>What becomes of simulated images.</summary>
public class ImageActionTests
{
    private const string Golden = "webgolden_20250301";
    private static readonly string[] West = ["eu-west-1"];
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task An_image_is_made_while_its_instance_waits()
    {
        using var service = new SimulatedService();
        var instance = service.Simulator.Instances.First(one => one.Status == "STOPPED");

        var id = (await service.AskAsync("CreateImage", Body(("instanceId", instance.InstanceId), ("imageName", "mine")))).Text("imageId")!;

        Assert.Equal(("CREATING", "IMAGING"), (service.StateOf("Image", id), service.StatusOf(instance.InstanceId)));
        service.Clock.Advance(Step);
        Assert.Equal(("AVAILABLE", "STOPPED"), (service.StateOf("Image", id), service.StatusOf(instance.InstanceId)));
        Assert.Equal(instance.SystemDisk!.SizeGiB, service.Simulator.Row("Image", id)!.Value.GetProperty("minDiskSize").GetInt32());
    }

    [Theory]
    [InlineData("CopyImage", """{"imageId":"stranger","regionIdList":["eu-west-1"]}""", "INVALID_IMAGE_NOT_FOUND")]
    [InlineData("CopyImage", """{"imageId":"webgolden_20250301","regionIdList":["moon-1"]}""", "INVALID_PARAMETER_VALUE")]
    [InlineData("CopyImage", """{"imageId":"webgolden_20250301","regionIdList":["eu-west-1"]}""", "INVALID_PARAMETER_VALUE")]
    [InlineData("DeleteImageCopy", """{"imageId":"webgolden_20250301","regionIds":["moon-1"]}""", "INVALID_PARAMETER_VALUE")]
    [InlineData("DescribeImageCopyProgress", """{"imageId":"stranger"}""", "INVALID_IMAGE_NOT_FOUND")]
    public async Task What_makes_no_sense_is_refused(string action, string body, string code)
    {
        using var service = new SimulatedService();

        Assert.Equal(code, (await service.RefusalAsync(action, body)).Code);
    }

    [Theory]
    [InlineData("CopyImage", """{"imageId":"webgolden_20250301","regionIdList":["eu-west-1"]}""")]
    [InlineData("DeleteImageCopy", """{"imageId":"webgolden_20250301","regionIds":["eu-west-1"]}""")]
    public async Task What_is_not_available_is_neither_copied_nor_deleted_in_a_region(string action, string body)
    {
        using var service = new SimulatedService();
        service.Simulator.ChangeRow("Image", Golden, """{"imageStatus":"SYNCING"}""");

        Assert.Equal("UNSUPPORTED_OPERATION_IMAGE_STATUS", (await service.RefusalAsync(action, body)).Code);
    }

    [Fact]
    public async Task A_copy_moves_with_time_and_is_an_image_of_the_region_at_its_end()
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.FromSeconds(100));
        await service.AskAsync("DeleteImageCopy", Body(("imageId", Golden), ("regionIds", West)));

        await service.AskAsync("CopyImage", Body(("imageId", Golden), ("regionIdList", West)));
        service.Clock.Advance(TimeSpan.FromSeconds(40));
        var copy = Assert.Single((await service.AskAsync("DescribeImageCopyProgress", Body(("imageId", Golden)))).GetProperty("dataSet").EnumerateArray());

        Assert.Equal(("eu-west-1", "TRANSFERRING", 40.0), (copy.Text("destRegionId"), copy.Text("syncStage"), copy.GetProperty("syncPercent").GetDouble()));
        Assert.False(await IsInAsync(service, "eu-west-1a"));
        service.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True(await IsInAsync(service, "eu-west-1a"));
        Assert.Empty((await service.AskAsync("DescribeImageCopyProgress", Body(("imageId", Golden)))).GetProperty("dataSet").EnumerateArray());
    }

    [Fact]
    public async Task The_last_copy_cannot_be_deleted()
    {
        using var service = new SimulatedService();
        var regions = service.Simulator.Row("Image", Golden)!.Value.GetProperty("regionIdList").EnumerateArray().Select(region => region.GetString()!).ToArray();

        Assert.Equal("INVALID_PARAMETER_VALUE", (await service.RefusalAsync("DeleteImageCopy", Body(("imageId", Golden), ("regionIds", regions)))).Code);
    }

    [Theory]
    [InlineData("CREATING", "UNSUPPORTED_OPERATION_IMAGE_STATUS")]
    [InlineData(null, "INVALID_IMAGE_NOT_FOUND")]
    public async Task No_instance_is_made_of_an_image_that_is_not_there(string? state, string code)
    {
        using var service = new SimulatedService();
        if (state is null)
        {
            await service.AskAsync("DeleteImageCopy", Body(("imageId", Golden), ("regionIds", West)));
        }
        else
        {
            service.Simulator.ChangeRow("Image", Golden, $$"""{"imageStatus":"{{state}}"}""");
        }

        var order = Body(("zoneId", "eu-west-1a"), ("imageId", Golden), ("instanceType", "z2a.cpu.1"), ("instanceCount", 1), ("subnetId", "subnet-1"));
        Assert.Equal(code, (await service.RefusalAsync("CreateZecInstances", order)).Code);
    }

    private static async Task<bool> IsInAsync(SimulatedService service, string zoneId)
        => (await service.AskAsync("DescribeImages", Body(("zoneId", zoneId)))).GetProperty("dataSet").EnumerateArray().Any(image => image.Text("imageId") == Golden);
}
