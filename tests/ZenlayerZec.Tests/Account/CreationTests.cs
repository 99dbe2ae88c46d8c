using System.Text.Json.Nodes;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Json.Actions;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Account;

/// <summary>What an order makes in the simulated account, and which orders it refuses.</summary>
public class CreationTests
{
    [Fact]
    public async Task New_instances_are_deployed_and_then_run()
    {
        using var service = new SimulatedService();
        var before = service.Ids(250);

        var ids = (await CreateAsync(service, ServiceCalls.Order(100))).InstanceIdSet!;

        Assert.Equal(350, service.Ids(1000).Distinct().Count());
        Assert.Equal(ids, service.Ids(1000).Except(before));
        Assert.All(ids, id => Assert.Equal("DEPLOYING", service.StatusOf(id)));
        service.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.All(ids, id => Assert.Equal("RUNNING", service.StatusOf(id)));
    }

    [Fact]
    public async Task They_are_what_was_ordered()
    {
        using var service = new SimulatedService();
        var order = ServiceCalls.Order();
        (order.TimeZone, order.KeyId, order.SecurityGroupId, order.ResourceGroupId) = ("Asia/Tokyo", "key-1", "sg-1", "rg-research");
        (order.LanIp, order.EnableAgent, order.EnableIpForward, order.InternetChargeType) = ("10.99.0.7", false, true, "ByBandwidth");
        order.SystemDisk = new ZecSystemDisk { SizeGiB = 60, DiskCategory = "Basic NVMe SSD" };
        order.DataDisks = [new ZecDataDisk { SizeGiB = 200 }];
        order.Tags = new() { ["env"] = "dev", ["owner"] = "ana" };
        order.InstanceOptions = new ZecInstanceOptions { NestedVirtualization = true };

        var answer = await CreateAsync(service, order);

        var machine = (await service.Client.DescribeInstancesAsync(
            new() { InstanceIds = answer.InstanceIdSet }, service.Call, TestContext.Current.CancellationToken)).DataSet![0];
        Assert.Equal(
            ("asia-east-1a", "debian12_20240712", "z2a.cpu.2", 2, 4),
            (machine.ZoneId, machine.ImageId, machine.InstanceType, machine.Cpu, machine.MemoryGiB));
        Assert.Equal(
            ("Asia/Tokyo", "key-1", "sg-1", "research", "subnet-1"),
            (machine.TimeZone, machine.KeyId, machine.SecurityGroupId, machine.ResourceGroupName, machine.SubnetId));
        Assert.Equal((60, "Basic NVMe SSD"), (machine.SystemDisk!.SizeGiB, machine.SystemDisk.DiskCategory));
        Assert.Equal((false, true, true), (machine.EnableAgent, machine.EnableIpForward, machine.InstanceOptions!.NestedVirtualization));
        Assert.Equal(["10.99.0.7"], machine.PrivateIpAddresses);
        Assert.Single(machine.PublicIpAddresses);
        Assert.Equal(order.Tags, machine.Tags);
        Assert.Equal(service.Clock.GetUtcNow(), machine.CreateTime);
        var disk = Assert.Single(machine.DataDisks);
        var disks = Assert.Single(answer.Instances!);
        Assert.Equal((200, machine.InstanceId, disk.DiskId), (disk.SizeGiB, disks.CreatedInstanceId, Assert.Single(disks.DiskIdSet)));
        Assert.NotEmpty(answer.OrderNumber!);
    }

    [Fact]
    public async Task What_was_not_said_is_as_the_documentation_has_it()
    {
        using var service = new SimulatedService();

        var answer = await CreateAsync(service, ServiceCalls.Order());

        var machine = service.Simulator.Instances[^1];
        Assert.Empty(answer.Instances!);
        Assert.Equal(("instance", "America/Los_Angeles", "Auto"), (machine.InstanceName, machine.TimeZone, machine.NicNetworkType));
        Assert.Equal((20, "Standard NVMe SSD"), (machine.SystemDisk!.SizeGiB, machine.SystemDisk.DiskCategory));
        Assert.Equal((true, false, "default"), (machine.EnableAgent, machine.EnableIpForward, machine.ResourceGroupName));
        Assert.Empty(machine.PublicIpAddresses);
        Assert.Empty(machine.DataDisks);
    }

    [Theory]
    [InlineData("web", "web", "web")]
    [InlineData("server_[3,3]", "server003", "server004")]
    [InlineData("web-[9,2]", "web-09", "web-10")]
    [InlineData("server_[3,3]_[1,1]", "server0031", "server0042")]
    [InlineData("web[,2].example", "web00.example", "web01.example")]
    [InlineData("web[7,]", "web000007", "web000008")]
    public async Task A_pattern_numbers_the_names(string pattern, params string[] names)
    {
        using var service = new SimulatedService();
        var order = ServiceCalls.Order(2);
        order.InstanceName = pattern;

        await CreateAsync(service, order);

        Assert.Equal(names, service.Simulator.Instances.Skip(250).Select(instance => instance.InstanceName));
    }

    [Fact]
    public async Task Some_creations_fail_in_the_end()
    {
        using var service = new SimulatedService(account => account.CreateFailureCount = 2);

        var ids = (await CreateAsync(service, ServiceCalls.Order(3))).InstanceIdSet!;

        service.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["CREATE_FAILED", "CREATE_FAILED", "RUNNING"], ids.Select(service.StatusOf));
    }

    public static TheoryData<string, string> Refused => new()
    {
        { """{"zoneId":""}""", "MISSING_PARAMETER" },
        { """{"imageId":null}""", "MISSING_PARAMETER" },
        { """{"instanceType":null}""", "MISSING_PARAMETER" },
        { """{"subnetId":null}""", "MISSING_PARAMETER" },
        { """{"zoneId":"moon-1a"}""", "INVALID_ZONE_NOT_FOUND" },
        { """{"imageId":"no-such"}""", "INVALID_IMAGE_NOT_FOUND" },
        { """{"instanceType":"no-such"}""", "INVALID_PARAMETER_VALUE" },
        { """{"zoneId":"sa-east-1a","instanceType":"z2a.cpu.8"}""", "RESOURCE_INSUFFICIENT_PRODUCT_SOLD_OUT" },
        { """{"resourceGroupId":"no-such"}""", "OPERATION_FAILED_RESOURCE_GROUP_NOT_FOUND" },
        { """{"instanceCount":0}""", "INVALID_PARAMETER_LESS_MINIMUM" },
        { """{"instanceCount":101}""", "INVALID_PARAMETER_EXCEED_MAXIMUM" },
        { """{"password":"Example+123","keyId":"key-1"}""", "INVALID_PARAMETER_VALUE" },
        { """{"password":"simple"}""", "INVALID_PASSWORD_MALFORMED" },
        { """{"imageId":"windows2022_20240712","keyId":"key-1"}""", "INVALID_PARAMETER_VALUE" },
        { """{"imageId":"windows2022_20240712","nicNetworkType":"VfOnly"}""", "INVALID_PARAMETER_VALUE" },
        { """{"instanceName":"w"}""", "INVALID_PARAMETER_LESS_LENGTH" },
        { """{"instanceName":"web 1"}""", "INVALID_PARAMETER_PATTERN_ERROR" },
        { """{"instanceName":"-web"}""", "INVALID_PARAMETER_PATTERN_ERROR" },
        { """{"instanceName":"web[1,7]"}""", "INVALID_PARAMETER_PATTERN_ERROR" },
        { """{"timeZone":"Moon/Tranquility"}""", "INVALID_PARAMETER_VALUE" },
        { """{"systemDisk":{"diskSize":10}}""", "INVALID_PARAMETER_LESS_MINIMUM" },
        { """{"systemDisk":{"diskCategory":"Tape"}}""", "INVALID_PARAMETER_VALUE" },
        { """{"dataDisks":[{"diskName":"d"}]}""", "MISSING_PARAMETER" },
        { """{"dataDisks":[{"diskSize":100,"diskAmount":2}]}""", "INVALID_PARAMETER_EXCEED_LENGTH" },
        { """{"internetChargeType":"Free"}""", "INVALID_PARAMETER_VALUE" },
        { """{"internetChargeType":"BandwidthCluster"}""", "MISSING_PARAMETER" },
        { """{"eipIds":["eip-1","eip-2"]}""", "INVALID_PARAMETER_VALUE" },
        { """{"tags":{"tags":[{"key":"env","value":""}]}}""", "INVALID_PARAMETER_LESS_LENGTH" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task An_order_that_makes_no_sense_is_refused_and_makes_nothing(string change, string code)
    {
        using var service = new SimulatedService();

        var refusal = await service.RefusalAsync("CreateZecInstances", Changed(change));

        Assert.Equal(code, refusal.Code);
        Assert.Equal(250, service.Simulator.Instances.Count);
    }

    /// <summary>An order that the account takes, but for this change; null leaves the property out.</summary>
    private static string Changed(string change)
    {
        var order = JsonNode.Parse(RequestJson.BytesOf(ServiceCalls.Order(), CreateZecInstancesJson.Write))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            _ = value is null ? order.Remove(name) : (order[name] = value.DeepClone()) is not null;
        }

        return order.ToJsonString();
    }

    private static Task<CreateZecInstancesResponse> CreateAsync(SimulatedService service, CreateZecInstancesRequest order)
        => service.Client.CreateZecInstancesAsync(order, service.Call, TestContext.Current.CancellationToken);
}
