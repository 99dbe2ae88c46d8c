using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Contract;

namespace ZenlayerZec.Tests.Client;

/// <summary>Requests are written as the API's pages name their parameters; what nobody set is not sent.</summary>
public class WireFormTests
{
    /// <summary>What the API has and the module leaves to Invoke-ZecApi: it is out of date.</summary>
    private static readonly string[] NotOffered = ["eipV4Type"];

    [Fact]
    public async Task Actions_on_instances()
    {
        await ExpectAsync(
            ZecActions.StartInstances, new() { InstanceIds = ["i-1"] }, """{"instanceIds":["i-1"]}""");
        await ExpectAsync(
            ZecActions.ReleaseInstances,
            new() { InstanceIds = ["i-1", "i-2"], DependResource = false },
            """{"instanceIds":["i-1","i-2"],"dependResource":false}""");
        await ExpectAsync(
            ZecActions.StopInstances,
            new() { InstanceIds = ["i-1"], ForceShutdown = false },
            """{"instanceIds":["i-1"],"forceShutdown":false}""");
        await ExpectAsync(
            ZecActions.RebootInstances,
            new() { InstanceIds = ["i-1"], ForceReboot = true },
            """{"instanceIds":["i-1"],"forceReboot":true}""");
        await ExpectAsync(
            ZecActions.ModifyInstancesAttribute,
            new() { InstanceIds = ["i-1"], InstanceName = "web" },
            """{"instanceIds":["i-1"],"instanceName":"web"}""");
        await ExpectAsync(
            ZecActions.ResetInstances,
            new()
            {
                InstanceIds = ["i-1"],
                Password = "Example-123",
                KeyId = "key-1",
                ImageId = "img-1",
                Timezone = "Etc/UTC",
                EnableAgent = true,
                InstanceName = "web",
                UserData = "run",
            },
            """
            {"instanceIds":["i-1"],"password":"Example-123","keyId":"key-1","imageId":"img-1","timezone":"Etc/UTC","enableAgent":true,"instanceName":"web","userData":"run"}
            """);
    }

    [Fact]
    public async Task Reads()
    {
        await ExpectAsync(ZecActions.DescribeTimeZones, new(), "{}");
        await ExpectAsync(ZecActions.DescribeZones, new() { ZoneIds = ["z-1"] }, """{"zoneIds":["z-1"]}""");
        await ExpectAsync(
            ZecActions.DescribeZoneInstanceConfigInfos,
            new() { ZoneId = "z-1", InstanceType = "t" },
            """{"zoneId":"z-1","instanceType":"t"}""");
        await ExpectAsync(
            ZecActions.DescribeInstances,
            new()
            {
                InstanceIds = ["i-1", "i-2"],
                ZoneId = "z-1",
                ImageId = "img-1",
                Ipv4Address = "203.0.113.1",
                Ipv6Address = "2001:db8::1",
                Status = "STOPPED",
                Name = "web",
                ResourceGroupId = "rg",
                TagKeys = ["a", "b"],
                Tags = [new TagPair { Key = "k", Value = "v" }],
                PageSize = 1000,
                PageNum = 1,
            },
            """
            {"instanceIds":["i-1","i-2"],"zoneId":"z-1","imageId":"img-1","ipv4Address":"203.0.113.1","ipv6Address":"2001:db8::1","status":"STOPPED","name":"web","resourceGroupId":"rg","tagKeys":["a","b"],"tags":[{"key":"k","value":"v"}],"pageSize":1000,"pageNum":1}
            """);
        await ExpectAsync(
            ZecActions.DescribeInstancesStatus,
            new() { InstanceIds = ["i-1"], ResourceGroupId = "rg", PageSize = 2, PageNum = 3 },
            """{"instanceIds":["i-1"],"resourceGroupId":"rg","pageSize":2,"pageNum":3}""");
        await ExpectAsync(
            ZecActions.DescribeImages,
            new()
            {
                ZoneId = "z-1",
                ImageIds = ["img-1"],
                ImageName = "ubuntu",
                Category = "Ubuntu",
                ImageType = "PUBLIC_IMAGE",
                ImageSource = "OFFICIAL",
                OsType = "linux",
                ImageStatus = "AVAILABLE",
                TagKeys = ["a"],
                Tags = [new TagPair { Key = "k", Value = "v" }],
                PageSize = 2,
                PageNum = 3,
            },
            """
            {"zoneId":"z-1","imageIds":["img-1"],"imageName":"ubuntu","category":"Ubuntu","imageType":"PUBLIC_IMAGE","imageSource":"OFFICIAL","osType":"linux","imageStatus":"AVAILABLE","tagKeys":["a"],"tags":[{"key":"k","value":"v"}],"pageSize":2,"pageNum":3}
            """);
    }

    [Fact]
    public async Task A_whole_order()
        => await ExpectAsync(
            ZecActions.CreateZecInstances,
            new()
            {
                ZoneId = "z-1",
                ImageId = "img-1",
                InstanceType = "t",
                InstanceCount = 2,
                SubnetId = "s-1",
                InstanceName = "web",
                TimeZone = "Etc/UTC",
                Password = "Example-123",
                KeyId = "key-1",
                NicNetworkType = "Auto",
                SystemDisk = new ZecSystemDisk { SizeGiB = 40, DiskCategory = "Basic NVMe SSD", BurstingEnabled = true },
                DataDisks = [new ZecDataDisk { SizeGiB = 100, DiskAmount = 1 }],
                SecurityGroupId = "sg-1",
                LanIp = "10.0.0.9",
                EnableAgent = true,
                EnableIpForward = false,
                InternetChargeType = "ByTrafficPackage",
                TrafficPackageSize = 0.5,
                Bandwidth = 10,
                EipBindType = "FullNat",
                EipIds = ["eip-1", "eip-2"],
                IpStackType = "IPv4",
                NetworkLineType = "PremiumBGP",
                ClusterId = "c-1",
                Ipv6ClusterId = "c-2",
                ResourceGroupId = "rg-1",
                MarketingOptions = new ZecMarketingOptions { DiscountCode = "d", UsePocVoucher = true },
                Tags = new() { ["env"] = "dev" },
                UserData = "run",
                InstanceOptions = new ZecInstanceOptions { NestedVirtualization = true },
            },
            """
            {"zoneId":"z-1","imageId":"img-1","instanceType":"t","instanceCount":2,"subnetId":"s-1","instanceName":"web","timeZone":"Etc/UTC","password":"Example-123","keyId":"key-1","nicNetworkType":"Auto","systemDisk":{"diskSize":40,"diskCategory":"Basic NVMe SSD","burstingEnabled":true},"dataDisks":[{"diskSize":100,"diskAmount":1}],"securityGroupId":"sg-1","lanIp":"10.0.0.9","enableAgent":true,"enableIpForward":false,"internetChargeType":"ByTrafficPackage","trafficPackageSize":0.5,"bandwidth":10,"eipBindType":"FullNat","eipIds":["eip-1","eip-2"],"ipStackType":"IPv4","networkLineType":"PremiumBGP","clusterId":"c-1","ipv6ClusterId":"c-2","resourceGroupId":"rg-1","marketingOptions":{"discountCode":"d","usePocVoucher":true},"tags":{"tags":[{"key":"env","value":"dev"}]},"userData":"run","instanceOptions":{"nestedVirtualization":true}}
            """);

    private static async Task ExpectAsync<TRequest, TResponse>(ZecAction<TRequest, TResponse> action, TRequest request, string body)
        where TResponse : class
    {
        using var service = new SimulatedService();

        // What becomes of it does not matter here.
        _ = await Record.ExceptionAsync(() => service.SendAsync(action, request));

        var call = Assert.Single(service.Simulator.Calls);
        Assert.Equal((action.Name, body.Trim()), (call.Action, call.Body));

        // The form is the contract's, and nothing that the module offers is left out here.
        var (fields, sent) = (Contracts.Of(action.Name), JsonDocument.Parse(body).RootElement);
        Assert.Null(ContractCheck.Refuse(sent, fields));
        Assert.Equal(
            fields.Select(field => field.Name).Except(NotOffered).Order(StringComparer.Ordinal),
            sent.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }
}
