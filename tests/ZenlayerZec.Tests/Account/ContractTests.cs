using System.Text.Json;
using System.Text.RegularExpressions;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Account;

/// <summary>The simulated account takes requests by the API's description, and answers as the service does.</summary>
public class ContractTests
{
    [Theory]
    [InlineData("ReleaseInstances", """{"instanceIds":["i-1"],"instanceId":"i-1"}""", "INVALID_PARAMETER_VALUE", "instanceId")]
    [InlineData("ReleaseInstances", """{"instanceIds":["i-1"],"dependResources":true}""", "INVALID_PARAMETER_VALUE", "dependResources")]
    [InlineData("ReleaseInstances", """{"instanceIds":["i-1"],"dependResource":"false"}""", "INVALID_PARAMETER_TYPE", "dependResource")]
    [InlineData("ReleaseInstances", """{"instanceIds":"i-1"}""", "INVALID_PARAMETER_TYPE", "instanceIds")]
    [InlineData("ReleaseInstances", """{"instanceIds":[1]}""", "INVALID_PARAMETER_TYPE", "instanceIds[0]")]
    [InlineData("ReleaseInstances", """{"instanceIds":[]}""", "MISSING_PARAMETER", "instanceIds")]
    [InlineData("ReleaseInstances", """{"instanceIds":null}""", "MISSING_PARAMETER", "instanceIds")]
    [InlineData("ReleaseInstances", """[]""", "INVALID_PARAMETER_TYPE", "body")]
    [InlineData("ReleaseInstances", """{"instanceIds":""", "INVALID_PARAMETER_TYPE", "body")]
    [InlineData("DescribeInstances", """{"status":"STOPED"}""", "INVALID_PARAMETER_VALUE", "status")]
    [InlineData("DescribeInstances", """{"pageSize":"10"}""", "INVALID_PARAMETER_TYPE", "pageSize")]
    [InlineData("DescribeInstances", """{"pageSize":1001}""", "INVALID_PARAMETER_EXCEED_MAXIMUM", "pageSize")]
    [InlineData("DescribeInstances", """{"pageNum":0}""", "INVALID_PARAMETER_LESS_MINIMUM", "pageNum")]
    [InlineData("DescribeInstances", """{"pageSize":1.5}""", "INVALID_PARAMETER_TYPE", "pageSize")]
    [InlineData("DescribeInstances", """{"tags":{"env":"dev"}}""", "INVALID_PARAMETER_TYPE", "tags")]
    [InlineData("DescribeInstances", """{"tags":[{"key":"env","values":"dev"}]}""", "INVALID_PARAMETER_VALUE", "tags[0].values")]
    [InlineData("DescribeImages", """{}""", "MISSING_PARAMETER", "zoneId")]
    [InlineData("ModifyInstancesAttribute", """{"instanceIds":["i-1"],"instanceName":7}""", "INVALID_PARAMETER_TYPE", "instanceName")]
    [InlineData("DescribeTimeZones", """{"timeZone":"Etc/UTC"}""", "INVALID_PARAMETER_VALUE", "timeZone")]
    public async Task A_request_that_the_description_does_not_have_is_refused_by_name(string action, string body, string code, string named)
    {
        using var service = new SimulatedService();

        var refusal = await service.RefusalAsync(action, body);

        Assert.Equal((400, code), (refusal.Status, refusal.Code));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(250, service.Simulator.Instances.Count);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task A_list_has_as_many_items_as_are_documented(int count, bool isTaken)
    {
        using var service = new SimulatedService();
        using var answer = await service.PostAsync("StartInstances", RawCalls.Body(service.In("STOPPED", 110)[..count]));

        Assert.Equal(isTaken, answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Null_is_the_same_as_nothing()
    {
        using var service = new SimulatedService();

        var page = await service.AskAsync("DescribeInstances", """{"status":null,"instanceIds":null,"pageSize":5}""");

        Assert.Equal(5, page.GetProperty("dataSet").GetArrayLength());
    }

    [Fact]
    public async Task Where_there_is_no_value_the_service_sends_null()
    {
        using var service = new SimulatedService();

        var rows = (await service.AskAsync("DescribeInstances", """{"pageSize":1000}""")).GetProperty("dataSet").EnumerateArray().ToArray();

        Assert.All(rows, row => Assert.Equal(JsonValueKind.Null, row.GetProperty("nics")[0].GetProperty("primaryIpv6").ValueKind));
        Assert.All(rows, row => Assert.Equal(JsonValueKind.Null, row.GetProperty("expiredTime").ValueKind));
        Assert.Contains(rows, row => row.GetProperty("keyId").ValueKind == JsonValueKind.Null);
        Assert.Equal(6, rows.Count(row => row.GetProperty("instanceType").ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public async Task IDs_have_the_forms_that_the_service_has()
    {
        using var service = new SimulatedService();
        using var answer = await service.PostAsync("DescribeInstances", """{"pageSize":1000}""");
        var envelope = await RawCalls.JsonAsync(answer);
        var rows = envelope.GetProperty("response").GetProperty("dataSet").EnumerateArray().ToArray();
        var disks = rows.SelectMany(row => row.GetProperty("dataDisks").EnumerateArray().Append(row.GetProperty("systemDisk")))
            .Select(disk => disk.GetProperty("diskId").GetString()!).ToArray();

        Assert.Matches(new Regex("^T[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$"), envelope.GetProperty("requestId").GetString());
        Assert.All(rows, row => Assert.Matches(new Regex("^[0-9]{19}$"), row.GetProperty("instanceId").GetString()));
        Assert.All(rows, row => Assert.Matches(new Regex("^[a-z]+[0-9]*_[0-9]{8}$"), row.GetProperty("imageId").GetString()));
        Assert.All(disks, disk => Assert.Matches(new Regex("^[0-9]{19}$"), disk));
        Assert.Equal(500, disks.Concat(rows.Select(row => row.GetProperty("instanceId").GetString()!)).Distinct().Count() - rows.Length);
    }

    [Fact]
    public async Task An_instance_has_every_field_of_the_description()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1);

        var row = (await service.AskAsync("DescribeInstances", "{}")).GetProperty("dataSet")[0];

        Assert.Equal(
            "instanceId instanceName zoneId instanceType cpu memory imageId imageName timeZone nicNetworkType status systemDisk dataDisks "
            + "publicIpAddresses privateIpAddresses keyId subnetId securityGroupId enableAgent enableAgentMonitor enableIpForward createTime expiredTime "
            + "resourceGroupId resourceGroupName nics tags loadBalancerIds placementGroupId instanceOptions",
            string.Join(' ', row.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(
            "nicId name status nicType regionId nicSubnetType publicIpList privateIpList primaryIpv4 primaryIpv6 ipv6Cidr secondaryIpv4s macAddress "
            + "instanceId vpcId subnetId createTime updateTime resourceGroup securityGroupId tags",
            string.Join(' ', row.GetProperty("nics")[0].EnumerateObject().Select(member => member.Name)));
    }
}
