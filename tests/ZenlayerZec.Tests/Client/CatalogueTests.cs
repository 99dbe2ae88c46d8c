using System.Text;
using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>What an account can be offered, and what its instances are doing, as the client reads it.</summary>
public class CatalogueTests
{
    [Fact]
    public async Task Zones_say_where_they_are()
    {
        using var service = new SimulatedService();

        var all = await ZonesAsync(service);
        var one = Assert.Single((await ZonesAsync(service, "asia-east-1a")).ZoneSet!);

        Assert.True(all.ZoneSet!.Count > 1);
        Assert.Equal(("asia-east-1", "HKG", "HK", "Asia/Hong_Kong"), (one.RegionId, one.CityCode, one.CountryCode, one.TimeZone));
        Assert.Equal("asia-east-1a", $"{one}");
    }

    [Fact]
    public async Task Instance_types_have_units()
    {
        using var service = new SimulatedService();

        var request = new DescribeZoneInstanceConfigInfosRequest { ZoneId = "asia-east-1a", InstanceType = "z2a.cpu.4" };
        var answer = await service.Client.DescribeZoneInstanceConfigInfosAsync(request, service.Call, TestContext.Current.CancellationToken);

        var type = Assert.Single(answer.InstanceTypeQuotaSet!);
        Assert.Equal((4, 8, 8_000_000_000L), (type.CpuCount, type.MemoryGiB, type.BitsPerSecond));
        Assert.Contains("ByBandwidth", type.InternetChargeTypes);
        Assert.Equal("z2a.cpu.4", $"{type}");
    }

    [Theory]
    [InlineData("""{"imageName":"UBUNTU"}""", "ubuntu2404_20240712", "ubuntu2204_20240712")]
    [InlineData("""{"osType":"windows"}""", "windows2022_20240712")]
    [InlineData("""{"imageSource":"CUSTOM"}""", "webgolden_20250301")]
    [InlineData("""{"imageIds":["rocky9_20240712","no-such"]}""", "rocky9_20240712")]
    [InlineData("""{"tagKeys":["role"]}""", "webgolden_20250301")]
    [InlineData("""{"category":"Debian","imageType":"PUBLIC_IMAGE","imageStatus":"AVAILABLE"}""", "debian12_20240712")]
    [InlineData("""{"category":"Debian","imageStatus":"FAILED"}""")]
    public async Task Images_are_filtered(string filter, params string[] found)
    {
        using var service = new SimulatedService();
        var request = JsonSerializer.Deserialize<DescribeImagesRequest>(filter, JsonSerializerOptions.Web)!;
        request.ZoneId = "asia-east-1a";

        var page = await service.Client.DescribeImagesAsync(request, service.Call, TestContext.Current.CancellationToken);

        Assert.Equal(found, page.DataSet!.Select(image => $"{image}"));
        Assert.Equal(found.Length, page.TotalCount);
    }

    [Theory]
    [InlineData(null, "MISSING_PARAMETER")]
    [InlineData("moon-1a", "INVALID_ZONE_NOT_FOUND")]
    public async Task Images_are_a_zones(string? zoneId, string code)
    {
        using var service = new SimulatedService();

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => service.Client.DescribeImagesAsync(
            new DescribeImagesRequest { ZoneId = zoneId }, service.Call, TestContext.Current.CancellationToken));

        Assert.Equal(code, failure.Code);
    }

    [Fact]
    public async Task States_come_in_pages_and_by_ID()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 45);
        var ids = service.Ids(45);

        var last = await StatesAsync(service, new() { PageNum = 3 });
        var named = await StatesAsync(service, new() { InstanceIds = [ids[7], "no-such", ids[7]] });
        var group = await StatesAsync(service, new() { ResourceGroupId = "rg-research", PageSize = 1000 });

        Assert.Equal(45, last.TotalCount);
        Assert.Equal(ids.Skip(40), last.DataSet!.Select(state => state.InstanceId));
        Assert.Equal($"{ids[7]} ({service.StatusOf(ids[7])})", $"{Assert.Single(named.DataSet!)}");
        Assert.Equal(
            service.Simulator.Instances.Where(instance => instance.ResourceGroupName == "research").Select(instance => instance.InstanceId),
            group.DataSet!.Select(state => state.InstanceId));
    }

    [Fact]
    public async Task Every_read_is_sent_again_when_its_answer_is_lost()
    {
        using var service = new SimulatedService();
        var lost = new HashSet<string>();
        service.Simulator.FaultFor = request => lost.Add(request.Action!) ? SimulatedFault.Drop(carriesOut: true) : null;

        await ZonesAsync(service);
        await StatesAsync(service, new());
        var zones = await service.Client.DescribeTimeZonesAsync(new(), service.Call, TestContext.Current.CancellationToken);

        Assert.Contains("Etc/UTC", zones.TimeZones!);
        Assert.Equal(6, service.Simulator.Calls.Count);
    }

    [Fact]
    public async Task What_the_API_adds_one_day_does_no_harm()
    {
        using var service = new SimulatedService();
        Answer(service, """
            {"requestId":"T1","response":{"new":[1],"zoneSet":[{"zoneId":"moon-1a","gravity":0.16,"cityName":null}],
              "totalCount":1,"dataSet":[{"instanceId":"i-1","instanceStatus":"DREAMING","since":{}}],"timeZones":["Moon/Tranquility"]}}
            """);

        Assert.Equal("moon-1a", Assert.Single((await ZonesAsync(service)).ZoneSet!).ZoneId);
        Assert.Equal("DREAMING", Assert.Single((await StatesAsync(service, new())).DataSet!).Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"zoneSet":null,"totalCount":1,"dataSet":null}""")]
    [InlineData("""{"zoneSet":[null],"totalCount":1,"dataSet":["i-1"]}""")]
    [InlineData("""{"zoneSet":[{"zoneName":"Moon"}],"totalCount":1.5,"dataSet":[{"instanceStatus":"RUNNING"}]}""")]
    [InlineData("""{"zoneSet":{},"totalCount":-1,"dataSet":[]}""")]
    public async Task A_list_that_makes_no_sense_is_no_list(string response)
    {
        using var service = new SimulatedService();
        Answer(service, $$"""{"requestId":"T1","response":{{response}}}""");

        await Assert.ThrowsAsync<ZecAnswerException>(() => ZonesAsync(service));
        await Assert.ThrowsAsync<ZecAnswerException>(() => StatesAsync(service, new()));
    }

    private static Task<DescribeZonesResponse> ZonesAsync(SimulatedService service, params string[] ids)
        => service.Client.DescribeZonesAsync(new DescribeZonesRequest { ZoneIds = ids }, service.Call, TestContext.Current.CancellationToken);

    private static Task<DescribeInstancesStatusResponse> StatesAsync(SimulatedService service, DescribeInstancesStatusRequest request)
        => service.Client.DescribeInstancesStatusAsync(request, service.Call, TestContext.Current.CancellationToken);

    private static void Answer(SimulatedService service, string body)
        => service.Simulator.FaultFor = _ => SimulatedFault.Answer(200, "application/json", Encoding.UTF8.GetBytes(body));
}
