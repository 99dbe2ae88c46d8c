using System.Text.Json.Nodes;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.SecurityGroups;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Generated;

/// <summary>What can be done to VPCs, subnets and security groups. One is a default one, one is in use, and a few are as the change wants them already.</summary>
public sealed class NetworkSubjects : IScheduleSubjects
{
    private const string Block = "172.16.0.0/12";

    static IReadOnlyDictionary<string, ScheduleSubject> IScheduleSubjects.All { get; } = new Dictionary<string, ScheduleSubject>(StringComparer.Ordinal)
    {
        ["Remove-ZecVpc"] = Vpcs with { Operation = _ => VpcOperations.Remove(), ShowsItself = true },
        ["Set-ZecVpc -Name"] = Vpcs with
        {
            Operation = _ => VpcOperations.Set("renamed"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Vpc", id, "name") == "renamed",
        },
        ["Set-ZecVpc"] = Vpcs with
        {
            Operation = _ => VpcOperations.SetAttribute("renamed", Block, enablePrivateIPv6: true, "sg-web"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Vpc", id, "name") == "renamed" && Text(simulator, "Vpc", id, "cidrBlock") == Block
                && Text(simulator, "Vpc", id, "ipv6CidrBlock") is not null && Text(simulator, "Vpc", id, "securityGroupId") == "sg-web",
        },
        ["Register-ZecSecurityGroup"] = Vpcs with
        {
            Operation = _ => VpcOperations.RegisterSecurityGroup("sg-web"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Vpc", id, "securityGroupId") == "sg-web",
        },
        ["Unregister-ZecSecurityGroup"] = Vpcs with
        {
            Operation = _ => VpcOperations.UnregisterSecurityGroup(),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Vpc", id, "securityGroupId") is null,
        },
        ["Remove-ZecSecurityGroup"] = Groups with { Operation = _ => SecurityGroupOperations.Remove(), ShowsItself = true },
        ["Set-ZecSecurityGroup"] = Groups with
        {
            Operation = _ => SecurityGroupOperations.Set("renamed"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "SecurityGroup", id, "securityGroupName") == "renamed",
        },
        ["Set-ZecSecurityGroupRule"] = Groups with
        {
            // Rules that could not be read before are replaced without a look at them.
            Operation = _ => RuleOperations.Configure(RuleChange.Set(read: null, [Https])),
            MayRepeat = true,
            IsWhereItWasToGo = HasHttps,
        },
        ["Add-ZecSecurityGroupRule"] = Groups with
        {
            Operation = _ => RuleOperations.Configure(RuleChange.Add(FirstRules, [Https])),
            MayRepeat = true,
            IsWhereItWasToGo = HasHttps,
        },
        ["Remove-ZecSecurityGroupRule"] = Groups with
        {
            Operation = _ => RuleOperations.Configure(RuleChange.Remove(FirstRules, [FirstRules[0]])),
            MayRepeat = true,
            Otherwise = body =>
            {
                body["ruleInfos"] = new JsonArray();
                return body;
            },
        },
        ["Remove-ZecSubnet"] = Subnets with { Operation = _ => SubnetOperations.Remove(), ShowsItself = true },
        ["Set-ZecSubnet -Name"] = Subnets with
        {
            Operation = _ => SubnetOperations.Set("renamed"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Subnet", id, "name") == "renamed",
        },
        ["Set-ZecSubnet -CidrBlock"] = Subnets with
        {
            // Only one subnet can have the addresses: the others are refused.
            Operation = _ => SubnetOperations.SetCidrBlock("172.20.200.0/24", "renamed"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Subnet", id, "cidrBlock") == "172.20.200.0/24",
        },
        ["Set-ZecSubnet -IpStackType"] = Subnets with
        {
            Operation = _ => SubnetOperations.SetIpStackType("IPv4_IPv6", "Public", iPv6CidrId: null, iPv6MaskLength: null),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Subnet", id, "stackType") == "IPv4_IPv6",
        },
        ["Set-ZecSubnet -IPv6CidrId"] = Subnets with
        {
            Operation = _ => SubnetOperations.SetIpStackType("IPv4_IPv6", "Public", "block-1", 96),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, "Subnet", id, "stackType") == "IPv4_IPv6",
        },
    };

    /// <summary>The rules that a group of the simulator has at first.</summary>
    private static IReadOnlyList<ZecSecurityGroupRule> FirstRules =>
    [
        new() { Direction = "ingress", Protocol = "tcp", PortRange = "22/22", CidrIp = "10.0.0.0/8" },
        new() { Direction = "egress", Protocol = "all", PortRange = "-1/-1", CidrIp = "0.0.0.0/0" },
    ];

    private static ZecSecurityGroupRule Https => new() { Direction = "ingress", Protocol = "tcp", PortRange = "443/443", CidrIp = "0.0.0.0/0" };

    private static RowSubject Vpcs => new()
    {
        Kind = "Vpc",
        Operation = _ => throw new NotSupportedException(),
        Make = (place, _) => new JsonObject
        {
            ["name"] = place == RowSubject.Count - 1 ? "renamed" : $"name-{place}",
            ["cidrBlock"] = place == RowSubject.Count - 1 ? Block : "172.16.0.0/16",
            ["ipv6CidrBlock"] = place == RowSubject.Count - 1 ? "fd00:1::/56" : null,
            ["mtu"] = 1500,
            ["isDefault"] = place == RowSubject.Count - 2,
            ["createTime"] = "2025-12-01T00:00:00Z",
            ["usageIpv6Count"] = 0,
            ["securityGroupId"] = place == RowSubject.Count - 1 ? "sg-web" : "sg-default",
            ["resourceGroup"] = new JsonObject(),
            ["tags"] = new JsonObject { ["tags"] = new JsonArray() },
        },
        Prepare = service => service.Simulator.AddRow("Subnet", SubnetOf(0, RowSubject.Id(0), "in-use").ToJsonString()),
    };

    private static RowSubject Subnets => new()
    {
        Kind = "Subnet",
        Operation = _ => throw new NotSupportedException(),
        Make = (place, _) => SubnetOf(place, "vpc-of-all", subnetId: null),
        Prepare = service =>
        {
            service.Simulator.AddRow("Vpc", """{"vpcId":"vpc-of-all","name":"all","cidrBlock":"172.16.0.0/12","mtu":1500,"isDefault":false}""");
            service.Simulator.ChangeRow("Nic", "nic-unused", $$"""{"subnetId":"{{RowSubject.Id(RowSubject.Count - 3)}}"}""");
        },
    };

    private static RowSubject Groups => new()
    {
        Kind = "SecurityGroup",
        Operation = _ => throw new NotSupportedException(),
        Make = (place, _) => new JsonObject
        {
            ["securityGroupName"] = place == RowSubject.Count - 1 ? "renamed" : $"name-{place}",
            ["scope"] = "Global",
            ["createTime"] = "2025-12-01T00:00:00Z",
            ["isDefault"] = place == RowSubject.Count - 2,
            ["natIdList"] = new JsonArray(),
            ["loadBalancerIdList"] = new JsonArray(),
            ["haVipIdList"] = new JsonArray(),
        },
        Prepare = service => service.Simulator.ChangeRow("Nic", "nic-unused", $$"""{"securityGroupId":"{{RowSubject.Id(RowSubject.Count - 3)}}"}"""),
    };

    private static JsonObject SubnetOf(int place, string vpcId, string? subnetId) => new()
    {
        ["subnetId"] = subnetId,
        ["regionId"] = "asia-east-1",
        ["name"] = place == RowSubject.Count - 1 ? "renamed" : $"name-{place}",
        ["cidrBlock"] = $"172.20.{place}.0/24",
        ["stackType"] = place == RowSubject.Count - 4 ? "IPv4_IPv6" : "IPv4",
        ["ipv6Type"] = place == RowSubject.Count - 4 ? "Public" : null,
        ["vpcId"] = vpcId,
        ["usageIpv6Count"] = 0,
        ["createTime"] = "2025-12-01T00:00:00Z",
        ["isDefault"] = place == RowSubject.Count - 2,
    };

    private static bool HasHttps(ZecSimulator simulator, string id) => simulator.Row("SecurityGroup", id) is { } row
        && row.TryGetProperty("rules", out var rules) && rules.EnumerateArray().Any(rule => rule.GetProperty("portRange").GetString() == "443/443");

    private static string? Text(ZecSimulator simulator, string kind, string id, string member)
        => simulator.Row(kind, id) is { } row && row.TryGetProperty(member, out var value) ? value.GetString() : null;
}
