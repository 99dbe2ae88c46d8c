using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Client;

/// <summary>The bodies of requests, byte for byte, where they are not as plain as in <see cref="WireFormTests"/>.</summary>
public class RequestBodyTests
{
    [Fact]
    public async Task A_request_in_which_nobody_set_anything_is_an_empty_object()
    {
        await ExpectAsync(ZecActions.DescribeInstances, new(), "{}");
        await ExpectAsync(ZecActions.DescribeInstancesStatus, new(), "{}");
        await ExpectAsync(ZecActions.DescribeZones, new(), "{}");
        await ExpectAsync(ZecActions.DescribeZoneInstanceConfigInfos, new(), "{}");
        await ExpectAsync(ZecActions.DescribeImages, new(), "{}");
        await ExpectAsync(ZecActions.DescribeTimeZones, new(), "{}");
        await ExpectAsync(ZecActions.ReleaseInstances, new(), "{}");
        await ExpectAsync(ZecActions.StartInstances, new(), "{}");
        await ExpectAsync(ZecActions.StopInstances, new(), "{}");
        await ExpectAsync(ZecActions.RebootInstances, new(), "{}");
        await ExpectAsync(ZecActions.ResetInstances, new(), "{}");
        await ExpectAsync(ZecActions.ModifyInstancesAttribute, new(), "{}");
        await ExpectAsync(ZecActions.CreateZecInstances, new(), "{}");
    }

    [Fact]
    public async Task The_parts_of_an_order_are_written_with_all_that_was_set_in_them_and_with_nothing_else()
    {
        await ExpectAsync(
            ZecActions.CreateZecInstances,
            new()
            {
                SystemDisk = new ZecSystemDisk { DiskId = "d-1", SizeGiB = 40, DiskCategory = "Basic NVMe SSD", BurstingEnabled = false },
                DataDisks =
                [
                    new ZecDataDisk
                    {
                        DiskId = "d-2", DiskName = "data", SizeGiB = 100, DiskAmount = 1, Portable = true, BurstingEnabled = false,
                        DiskCategory = "Standard NVMe SSD",
                    },
                    null!,
                ],
                MarketingOptions = new ZecMarketingOptions { DiscountCode = "d", UsePocVoucher = false },
                InstanceOptions = new ZecInstanceOptions { NestedVirtualization = false },
                Tags = new() { ["env"] = "dev", ["team"] = null!, [""] = "" },
            },
            """
            {"systemDisk":{"diskId":"d-1","diskSize":40,"diskCategory":"Basic NVMe SSD","burstingEnabled":false},"dataDisks":[{"diskId":"d-2","diskName":"data","diskSize":100,"diskAmount":1,"portable":true,"burstingEnabled":false,"diskCategory":"Standard NVMe SSD"},null],"marketingOptions":{"discountCode":"d","usePocVoucher":false},"tags":{"tags":[{"key":"env","value":"dev"},{"key":"team"},{"key":"","value":""}]},"instanceOptions":{"nestedVirtualization":false}}
            """);
        await ExpectAsync(
            ZecActions.CreateZecInstances,
            new()
            {
                SystemDisk = new ZecSystemDisk(),
                DataDisks = [],
                EipIds = [],
                MarketingOptions = new ZecMarketingOptions(),
                InstanceOptions = new ZecInstanceOptions(),
                Tags = [],
            },
            """{"systemDisk":{},"dataDisks":[],"eipIds":[],"marketingOptions":{},"tags":{"tags":[]},"instanceOptions":{}}""");
    }

    [Fact]
    public async Task Texts_are_escaped_alike_everywhere()
    {
        const string Odd = "\"\\/<>&'+`\u00e9\u4e2d\U0001F600\u2028\0\n\t\u007f\ud83d";
        const string Escaped = """\u0022\\/\u003C\u003E\u0026\u0027\u002B\u0060\u00E9\u4E2D\uD83D\uDE00\u2028\u0000\n\t\u007F\uFFFD""";

        await ExpectAsync(ZecActions.ResetInstances, new() { UserData = Odd }, $$"""{"userData":"{{Escaped}}"}""");
        await ExpectAsync(
            ZecActions.DescribeImages,
            new() { TagKeys = [Odd, "", null!], Tags = [new TagPair { Key = Odd, Value = Odd }, new TagPair(), null!] },
            $$"""{"tagKeys":["{{Escaped}}","",null],"tags":[{"key":"{{Escaped}}","value":"{{Escaped}}"},{},null]}""");
        await ExpectAsync(
            ZecActions.CreateZecInstances,
            new() { Tags = new() { [Odd] = Odd } },
            $$$"""{"tags":{"tags":[{"key":"{{{Escaped}}}","value":"{{{Escaped}}}"}]}}""");
    }

    [Theory]
    [InlineData(0.5, "0.5")]
    [InlineData(3.0, "3")]
    [InlineData(1e300, "1E+300")]
    [InlineData(-0.1, "-0.1")]
    public async Task A_number_is_written_as_short_as_it_can_be(double size, string written)
        => await ExpectAsync(
            ZecActions.CreateZecInstances,
            new() { TrafficPackageSize = size, InstanceCount = int.MaxValue, Bandwidth = 0 },
            $$"""{"instanceCount":2147483647,"trafficPackageSize":{{written}},"bandwidth":0}""");

    private static async Task ExpectAsync<TRequest, TResponse>(ZecAction<TRequest, TResponse> action, TRequest request, string body)
        where TResponse : class
    {
        using var service = new SimulatedService();

        // What becomes of it does not matter here.
        _ = await Record.ExceptionAsync(() => service.SendAsync(action, request));

        Assert.Equal(body.Trim(), Assert.Single(service.Simulator.Calls).Body);
    }
}
