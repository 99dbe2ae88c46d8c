using ZenlayerZec.Tests.Client;
using static ZenlayerZec.Tests.Account.AccountRows;

namespace ZenlayerZec.Tests.Account;

/// <summary>What simulated disks do and cost.</summary>
public class DiskMetricTests
{
    [Theory]
    [InlineData(null, 5)]
    [InlineData(1, 1)]
    [InlineData(5, 5)]
    public async Task A_metric_has_a_value_for_each_step_and_always_the_same(int? step, int minutes)
    {
        using var service = new SimulatedService();
        var body = Metric(service.Disks("IN_USE")[0], "2025-12-31T20:00:00Z", "2025-12-31T21:00:00Z", step);

        var first = await service.AskAsync("DescribeDiskMonitorData", body);
        var again = await service.AskAsync("DescribeDiskMonitorData", body);

        var points = first.GetProperty("metrics").EnumerateArray().ToArray();
        Assert.Equal((60 / minutes) + 1, points.Length);
        Assert.Equal(first.GetProperty("metrics").GetRawText(), again.GetProperty("metrics").GetRawText());
        var values = points.Select(point => point.GetProperty("value").GetDouble()).ToArray();
        Assert.All(values, value => Assert.InRange(value, 0.01, 100));
        Assert.Equal((values.Min(), values.Max()), (first.GetProperty("minValue").GetDouble(), first.GetProperty("maxValue").GetDouble()));
        Assert.Equal(values.Average(), first.GetProperty("avgValue").GetDouble(), 2);
    }

    [Fact]
    public async Task The_future_has_no_points_and_a_disk_that_nobody_uses_has_no_values()
    {
        using var service = new SimulatedService();

        var future = await service.AskAsync("DescribeDiskMonitorData", Metric(service.Disks("IN_USE")[0], "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", null));
        var unused = await service.AskAsync("DescribeDiskMonitorData", Metric(service.Disks("AVAILABLE")[0], "2025-12-31T00:00:00Z", "2025-12-31T00:10:00Z", null));

        Assert.Equal(1, future.GetProperty("metrics").GetArrayLength());
        Assert.All(unused.GetProperty("metrics").EnumerateArray(), point => Assert.Null(point.GetProperty("value").GetString()));
        Assert.Null(unused.GetProperty("avgValue").GetString());
    }

    [Theory]
    [InlineData("2025-12-31", "2026-01-01T00:00:00Z", 5, "INVALID_PARAMETER_DATE_FORMAT_ERROR")]
    [InlineData("2025-12-31T00:00:00Z", "now", 5, "INVALID_PARAMETER_DATE_FORMAT_ERROR")]
    [InlineData("2025-12-31T00:00:00Z", "2025-12-30T00:00:00Z", 5, "INVALID_PARAMETER_VALUE")]
    [InlineData("2025-01-01T00:00:00Z", "2025-12-30T00:00:00Z", 1, "INVALID_PARAMETER_VALUE")]
    [InlineData("2025-12-31T00:00:00Z", "2026-01-01T00:00:00Z", 2, "INVALID_PARAMETER_VALUE")]
    public async Task A_time_or_a_step_that_makes_no_sense_is_refused(string start, string end, int step, string code)
    {
        using var service = new SimulatedService();

        Assert.Equal(code, (await service.RefusalAsync("DescribeDiskMonitorData", Metric(service.Disks("IN_USE")[0], start, end, step))).Code);
    }

    [Fact]
    public async Task A_price_grows_with_size_amount_and_category()
    {
        using var service = new SimulatedService();

        var one = await PriceAsync("""{"zoneId":"eu-west-1a","diskSize":100}""");
        var two = await PriceAsync("""{"zoneId":"eu-west-1a","diskSize":100,"diskAmount":2}""");
        var large = await PriceAsync("""{"zoneId":"eu-west-1a","diskSize":200}""");
        var basic = await PriceAsync("""{"zoneId":"eu-west-1a","diskSize":100,"diskCategory":"Basic NVMe SSD"}""");

        Assert.Equal((2 * one, 2 * one), (two, large));
        Assert.True(basic < one);
        Assert.Equal("INVALID_ZONE_NOT_FOUND", (await service.RefusalAsync("InquiryPriceCreateDisks", """{"zoneId":"nowhere","diskSize":1}""")).Code);

        async Task<double> PriceAsync(string body)
            => (await service.AskAsync("InquiryPriceCreateDisks", body)).GetProperty("dataDiskPrice").GetProperty("unitPrice").GetDouble();
    }

    [Fact]
    public async Task The_price_of_a_larger_boot_disk_says_what_its_instance_costs()
    {
        using var service = new SimulatedService();
        var (machine, gpu) = (service.Simulator.Instances[0], service.Simulator.Instances.First(instance => instance.InstanceType is null));

        var data = await PriceAsync(machine.DataDisks[0].DiskId!);
        var boot = await PriceAsync(machine.SystemDisk!.DiskId!);
        var fast = await PriceAsync(gpu.SystemDisk!.DiskId!);
        var smaller = await service.RefusalAsync("InquiryPriceResizeDisk", Body(("diskId", machine.DataDisks[0].DiskId), ("diskSize", 10)));

        Assert.Equal("nn", data);
        Assert.Equal("sn", boot);
        Assert.Equal("ng", fast);
        Assert.Equal("INVALID_PARAMETER_LESS_MINIMUM", smaller.Code);

        async Task<string> PriceAsync(string id)
        {
            var answer = await service.AskAsync("InquiryPriceResizeDisk", Body(("diskId", id), ("diskSize", 500)));
            Assert.True(answer.GetProperty("diskPerf").Whole("iopsBurst") > answer.GetProperty("diskPerf").Whole("maxIops"));
            return (answer.GetProperty("specPrice").ValueKind == System.Text.Json.JsonValueKind.Null ? "n" : "s")
                + (answer.GetProperty("gpuPrice").ValueKind == System.Text.Json.JsonValueKind.Null ? "n" : "g");
        }
    }

    [Fact]
    public async Task Every_zone_has_every_category_and_a_filter_narrows_both()
    {
        using var service = new SimulatedService();

        var all = (await service.AskAsync("DescribeDiskCategory", "{}")).GetProperty("categoryZoneSet");
        var some = (await service.AskAsync("DescribeDiskCategory", """{"zoneId":"eu-west-1a","diskCategory":"Basic NVMe SSD"}""")).GetProperty("categoryZoneSet");
        var regions = (await service.AskAsync("DescribeDiskRegions", "{}")).GetProperty("regionIds");

        Assert.Equal((5, 2), (all.GetArrayLength(), all[0].GetProperty("categorySet").GetArrayLength()));
        Assert.Equal("""[{"zoneId":"eu-west-1a","categorySet":["Basic NVMe SSD"]}]""", some.GetRawText());
        Assert.Contains("asia-east-1", regions.EnumerateArray().Select(region => region.GetString()));
    }

    private static string Metric(string diskId, string start, string end, int? step)
        => Body(("diskId", diskId), ("metricType", "DISK_UTIL"), ("startTime", start), ("endTime", end), ("step", step));
}
