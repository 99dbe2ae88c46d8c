using ZenlayerZec.Client.Api;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Account;

/// <summary>The account offers all that its fleet is made of.</summary>
public class OfferTests
{
    [Fact]
    public async Task Every_instances_zone_type_image_and_time_zone_is_offered()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1000);
        var (client, call, stop) = (service.Client, service.Call, TestContext.Current.CancellationToken);

        var zones = (await client.DescribeZonesAsync(new(), call, stop)).ZoneSet!.Select(zone => zone.ZoneId).ToHashSet();
        var types = (await client.DescribeZoneInstanceConfigInfosAsync(new(), call, stop)).InstanceTypeQuotaSet!
            .Select(type => (type.ZoneId, type.InstanceType, type.CpuCount, type.MemoryGiB)).ToHashSet();
        var timeZones = (await client.DescribeTimeZonesAsync(new(), call, stop)).TimeZones!;
        var images = new HashSet<(string?, string?, string?)>();
        foreach (var zone in zones)
        {
            var page = await client.DescribeImagesAsync(new DescribeImagesRequest { ZoneId = zone }, call, stop);
            images.UnionWith(page.DataSet!.Select(image => ((string?)zone, (string?)image.ImageId, image.ImageName)));
        }

        Assert.All(service.Simulator.Instances, instance =>
        {
            Assert.Contains(instance.ZoneId!, zones);

            // Those with a GPU have no type.
            Assert.True(instance.InstanceType is not { } type || types.Contains((instance.ZoneId, type, instance.Cpu, instance.MemoryGiB)));
            Assert.Contains((instance.ZoneId, instance.ImageId, instance.ImageName), images);
            Assert.Contains(instance.TimeZone, timeZones);
        });
    }
}
