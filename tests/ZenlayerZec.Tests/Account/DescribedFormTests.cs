using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Tests.Client;
using static ZenlayerZec.Tests.Account.AccountRows;

namespace ZenlayerZec.Tests.Account;

/// <summary>Every action of the simulated account takes what the description says, and answers what it says.</summary>
public class DescribedFormTests
{
    public static TheoryData<string> Actions => [.. SimulatedAction.Names.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task What_the_description_does_not_allow_is_refused(string action)
    {
        using var service = new SimulatedService(account => account.InstanceCount = 3);
        var fields = Contracts.Of(action);

        foreach (var (body, code, named) in Wrong(fields))
        {
            var refusal = await service.RefusalAsync(action, body);
            Assert.Equal((400, code, body), (refusal.Status, refusal.Code, body));
            Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void The_description_has_every_action_and_each_of_its_parameters(string action)
    {
        var described = Contracts.Whole(action);

        Assert.Contains(action, DescribedContracts.Names);
        Assert.Equal(Names(described.Request), Names(Contracts.Of(action)));
    }

    [Theory]
    [InlineData("DescribeNothing")]
    [InlineData("DescribeNatGateways")]
    public async Task An_action_that_is_not_there_is_refused_and_the_message_says_whose_fault_it_is(string action)
    {
        using var service = new SimulatedService();

        var refusal = await service.RefusalAsync(action, "{}");

        Assert.Equal((403, "AUTHFAILURE_UNAUTHORIZED_OPERATION"), (refusal.Status, refusal.Code));
        Assert.EndsWith("the simulator does not have it.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_have_the_described_form()
    {
        using var service = new SimulatedService();
        var disk = service.Disks("IN_USE")[0];
        var eip = service.Simulator.Rows("Eip")[0].GetProperty("eipId").GetString()!;
        var requests = new Dictionary<string, string>
        {
            ["AvailableLanIp"] = Body(("eipId", eip)),
            ["CreateEips"] = """{"regionId":"eu-west-1","name":"ee","internetChargeType":"ByBandwidth","bandwidth":10,"networkLineType":"PremiumBGP"}""",
            ["DescribeEipInternetChargeTypes"] = """{"regionId":"eu-west-1"}""",
            ["DescribeEipMonitorData"] = Body(("eipId", eip), ("metricType", "BANDWIDTH"), ("startTime", "2025-12-31T00:00:00Z"), ("endTime", "2026-01-01T00:00:00Z")),
            ["DescribeEipNetworkLineTypes"] = "{}",
            ["DescribeEipPrice"] = """{"regionId":"eu-west-1","internetChargeType":"ByTrafficPackage","flowPackage":1}""",
            ["DescribeEipRemoteRegions"] = """{"regionId":"eu-west-1"}""",
            ["DescribeEipTraffic"] = Body(("eipId", eip), ("startTime", "2025-12-31T00:00:00Z"), ("endTime", "2026-01-01T00:00:00Z")),
            ["InquiryPriceChangeEipInternetChargeType"] = Body(("eipId", eip), ("internetChargeType", "ByBandwidth"), ("bandwidth", 10)),
            ["InquiryPriceModifyEipBandwidth"] = Body(("eipId", eip), ("bandwidth", 10)),
            ["InquiryPriceModifyEipFlowPackage"] = Body(("eipId", eip), ("flowPackage", 1)),
            ["CreateImage"] = Body(("instanceId", service.Simulator.Instances.First(one => one.Status == "STOPPED").InstanceId), ("imageName", "ii")),
            ["DeleteImages"] = """{"imageIds":["stranger"]}""",
            ["DescribeImageCopyProgress"] = """{"imageId":"webgolden_20250301"}""",
            ["CreateDisks"] = """{"zoneId":"eu-west-1a","diskName":"d","diskSize":20}""",
            ["CreateSnapshot"] = Body(("diskId", disk), ("snapshotName", "s")),
            ["CreateAutoSnapshotPolicy"] = """{"zoneId":"eu-west-1a","autoSnapshotPolicyName":"pp","repeatWeekDays":[1],"hours":[1]}""",
            ["DeleteSnapshots"] = """{"snapshotIds":["stranger"]}""",
            ["DescribeByoipRegions"] = "{}",
            ["DescribeCidrRegions"] = "{}",
            ["DescribeCrossRegionBandwidthRegions"] = "{}",
            ["DescribeDiskCategory"] = "{}",
            ["DescribeDiskMonitorData"] = Body(("diskId", disk), ("metricType", "DISK_UTIL"), ("startTime", "2025-12-31T00:00:00Z"), ("endTime", "2026-01-01T00:00:00Z")),
            ["DescribeDiskRegions"] = "{}",
            ["DescribeInstanceMonitorData"] = Body(
                ("instanceId", service.Simulator.Instances[0].InstanceId), ("metricType", "LOAD5"), ("startTime", "2025-12-31T00:00:00Z"), ("endTime", "2026-01-01T00:00:00Z")),
            ["DescribeNetworkInterfaceMonitorData"] = Body(
                ("nicId", service.Simulator.Instances[0].Nics[0].NicId), ("metricType", "RX_BITS"), ("startTime", "2025-12-31T00:00:00Z"), ("endTime", "2026-01-01T00:00:00Z")),
            ["DescribeEipRegions"] = "{}",
            ["DescribeNatGatewayRegions"] = "{}",
            ["DescribeNetworkInterfaceRegions"] = "{}",
            ["DescribeSecurityGroupRule"] = """{"securityGroupId":"sg-default"}""",
            ["DescribeSubnetRegions"] = "{}",
            ["DescribeVmInventoryCapacity"] = "{}",
            ["DescribeZoneAcceleratorConfigInfos"] = "{}",
            ["DescribeZoneGpuInstanceConfigInfos"] = "{}",
            ["DescribeZones"] = "{}",
            ["DescribeImages"] = """{"zoneId":"eu-west-1a"}""",
            ["DescribeInstances"] = "{}",
            ["DescribeInstancesStatus"] = "{}",
            ["DescribeZoneInstanceConfigInfos"] = "{}",
            ["InquiryPriceCreateDisks"] = """{"zoneId":"eu-west-1a","diskSize":20}""",
            ["InquiryPriceCreateInstance"] = """{"zoneId":"eu-west-1a","instanceType":"z2a.cpu.1","instanceCount":2,"systemDisk":{"diskSize":20}}""",
            ["InquiryPriceModifyInstanceType"] = Body(("instanceId", service.Simulator.Instances[0].InstanceId), ("instanceType", "z2a.cpu.2")),
            ["InquiryPricePublicIpv6"] = """{"regionId":"eu-west-1","bandwidth":10}""",
            ["InquiryPriceResizeDisk"] = Body(("diskId", disk), ("diskSize", 500)),
        };

        foreach (var (action, body) in requests)
        {
            var response = await service.AskAsync(action, body);
            AnswerForm.Check(response, [.. Contracts.Whole(action).Response, new Field("requestId", FieldType.Text)], action);
            Assert.Contains(response.EnumerateObject(), member => member.Name != "requestId");
        }
    }

    /// <summary>Bodies that are wrong in one way each, with the code and what the message names.</summary>
    private static IEnumerable<(string Body, string Code, string Named)> Wrong(IReadOnlyList<Field> fields)
    {
        yield return ("""{"noSuchParameter":1}""", "INVALID_PARAMETER_VALUE", "noSuchParameter");
        if (fields.FirstOrDefault(field => field.IsRequired) is { } required)
        {
            yield return ("{}", "MISSING_PARAMETER", required.Name);
        }

        foreach (var field in fields)
        {
            yield return ($$"""{"{{field.Name}}":{{(field.Type == FieldType.Text ? "7" : "\"seven\"")}}}""", "INVALID_PARAMETER_TYPE", field.Name);
            if (field.Values.Count > 0 && field.Type == FieldType.Text)
            {
                yield return ($$"""{"{{field.Name}}":"NO_SUCH_VALUE"}""", "INVALID_PARAMETER_VALUE", field.Name);
            }

            if (field is { Type: FieldType.Whole, Least: { } least })
            {
                yield return ($$"""{"{{field.Name}}":{{least - 1}}}""", "INVALID_PARAMETER_LESS_MINIMUM", field.Name);
            }

            if (field is { Type: FieldType.Whole, Most: { } greatest })
            {
                yield return ($$"""{"{{field.Name}}":{{greatest + 1}}}""", "INVALID_PARAMETER_EXCEED_MAXIMUM", field.Name);
            }

            if (field is { Type: FieldType.TextList, Most: { } most })
            {
                yield return (Body((field.Name, Enumerable.Repeat("x", most + 1))), "INVALID_PARAMETER_EXCEED_LENGTH", field.Name);
            }

            if (field is { Type: FieldType.Text, Most: { } longest, Values.Count: 0 })
            {
                yield return (Body((field.Name, new string('x', longest + 1))), "INVALID_PARAMETER_EXCEED_LENGTH", field.Name);
            }

            if (field.Fields.Count > 0)
            {
                var wrong = """{"noSuchMember":1}""";
                yield return ($$"""{"{{field.Name}}":{{(field.Type == FieldType.Object ? wrong : $"[{wrong}]")}}}""", "INVALID_PARAMETER_VALUE", "noSuchMember");
            }
        }
    }

    /// <summary>The names of parameters and of their members.</summary>
    private static IEnumerable<string> Names(IReadOnlyList<Field> fields) => fields
        .SelectMany(field => Names(field.Fields).Select(name => $"{field.Name}.{name}").Prepend(field.Name))
        .Order(StringComparer.Ordinal);
}
