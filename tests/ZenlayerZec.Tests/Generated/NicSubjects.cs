using System.Text.Json.Nodes;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Generated;

/// <summary>What can be done to network interfaces. One is a primary one, and a few are not in the state that the change wants, or are as it wants already.</summary>
public sealed class NicSubjects : IScheduleSubjects
{
    private const string Group = "sg-web";
    private const string Further = "10.1.202.1";
    private const int Mbps = 500;

    static IReadOnlyDictionary<string, ScheduleSubject> IScheduleSubjects.All { get; } = new Dictionary<string, ScheduleSubject>(StringComparer.Ordinal)
    {
        ["Remove-ZecNic"] = Nics("AVAILABLE") with { Operation = _ => NicOperations.Remove(), ShowsItself = true },
        ["Mount-ZecNic"] = Nics("AVAILABLE") with
        {
            // An instance has at most eight: the others are refused.
            Operation = service => NicOperations.Mount(Instance(service)),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "status") is "ATTACHING" or "USED"
                && Text(simulator, id, "instanceId") == simulator.Instances[0].InstanceId,
        },
        ["Dismount-ZecNic"] = Nics("USED") with
        {
            Operation = _ => NicOperations.Dismount(),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "status") is "DETACHING" or "AVAILABLE",
        },
        ["Set-ZecNic -Name"] = Nics("AVAILABLE") with
        {
            Operation = _ => NicOperations.Set("renamed"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "name") == "renamed",
        },
        ["Set-ZecNic -SecurityGroupId"] = Nics("USED") with
        {
            Operation = _ => NicOperations.SetSecurityGroup(Group, "renamed"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "name") == "renamed" && Text(simulator, id, "securityGroupId") == Group,
        },
        ["New-ZecNicIPv4"] = Nics("AVAILABLE") with
        {
            // Only one network interface can have the address: the others are refused.
            Operation = _ => NicOperations.NewIPv4(["10.1.201.1"]),
            IsWhereItWasToGo = (simulator, id) => Addresses(simulator, id).Contains("10.1.201.1"),
        },
        ["Remove-ZecNicIPv4"] = Nics("AVAILABLE") with
        {
            Operation = _ => NicOperations.RemoveIPv4([Further]),
            IsWhereItWasToGo = (simulator, id) => !Addresses(simulator, id).Contains(Further),
        },
        ["New-ZecNicIPv6"] = Nics("AVAILABLE") with
        {
            Operation = _ => NicIPv6Operations.New(id => new AssignNetworkInterfaceIpv6Request { NicId = id }),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "primaryIpv6") is not null,
        },
        ["Remove-ZecNicIPv6"] = Nics("AVAILABLE", "IPv4_IPv6") with
        {
            Operation = _ => NicIPv6Operations.Remove(),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "primaryIpv6") is null,
        },
        ["Set-ZecNicIPv6"] = PublicAddresses with
        {
            NamedBy = "ipv6CidrId",
            Operation = _ => NicIPv6Operations.Set("STRICT"),
            MayRepeat = true,
        },
        ["Resize-ZecNicIPv6"] = PublicAddresses with { NamedBy = "ipv6Id", Operation = _ => NicIPv6Operations.Resize(Mbps) },
    };

    /// <summary>Public IPv6 addresses, which have the IDs of their network interfaces here. One is as the change wants it already, and one is not there.</summary>
    private static RowSubject PublicAddresses => Nics("AVAILABLE", "IPv4_IPv6") with
    {
        IsWhereItWasToGo = (_, id) => id == RowSubject.Id(RowSubject.Count - 1),
        Make = (place, service) =>
        {
            var (nic, isThere) = (NicOf(place, "AVAILABLE", "IPv4_IPv6", service), place == RowSubject.Count - 1);
            nic["publicIpv6"] = place == RowSubject.Count - 2 ? null : new JsonObject
            {
                ["ipv6CidrId"] = RowSubject.Id(place),
                ["internetChargeType"] = "ByBandwidth",
                ["bandwidth"] = isThere ? Mbps : 100,
                ["rateLimitMode"] = isThere ? "STRICT" : "LOOSE",
            };
            return nic;
        },
    };

    private static RowSubject Nics(string state, string stack = "IPv4") => new()
    {
        Kind = "Nic",
        Operation = _ => throw new NotSupportedException(),
        Prepare = service =>
        {
            service.Simulator.SetStatus(Instance(service), InstanceStatus.Running);
            service.Simulator.ChangeRow("Subnet", "subnet-1", """{"stackType":"IPv4_IPv6","ipv6Type":"Private","ipv6CidrBlock":"fd00:1::/96"}""");
        },
        Make = (place, service) => NicOf(place, state, stack, service),
    };

    private static JsonObject NicOf(int place, string state, string stack, SimulatedService service)
    {
        var now = (RowSubject.Count - place) switch { 1 => "DELETING", 2 => "USED", 3 => "AVAILABLE", 4 => "DETACHING", 5 => "PENDING", 6 => "CREATE_FAILED", _ => state };
        var address = $"10.1.200.{place + 1}";
        return new JsonObject
        {
            ["name"] = place == RowSubject.Count - 7 ? "renamed" : $"name-{place}",
            ["status"] = now,
            ["nicType"] = place == RowSubject.Count - 8 ? "Primary" : "Secondary",
            ["regionId"] = service.Simulator.Instances[0].Nics[0].RegionId,
            ["nicSubnetType"] = place == RowSubject.Count - 9 ? "IPv4_IPv6" : stack,
            ["publicIpList"] = new JsonArray(),
            ["privateIpList"] = new JsonArray(address, Further),
            ["primaryIpv4"] = address,
            ["primaryIpv6"] = place == RowSubject.Count - 9 || stack == "IPv4_IPv6" ? $"fd00:1::{place + 1:x}" : null,
            ["secondaryIpv4s"] = new JsonArray(Further),
            ["instanceId"] = now is "USED" or "DETACHING" ? Instance(service) : null,
            ["vpcId"] = "vpc-main",
            ["subnetId"] = "subnet-1",
            ["createTime"] = "2025-12-01T00:00:00Z",
            ["resourceGroup"] = new JsonObject(),
            ["securityGroupId"] = place == RowSubject.Count - 7 ? Group : "sg-default",
            ["tags"] = new JsonObject { ["tags"] = new JsonArray() },
        };
    }

    private static string Instance(SimulatedService service) => service.Simulator.Instances[0].InstanceId;

    private static IEnumerable<string?> Addresses(ZecSimulator simulator, string id)
        => simulator.Row("Nic", id) is { } row ? row.GetProperty("secondaryIpv4s").EnumerateArray().Select(address => address.GetString()) : [];

    private static string? Text(ZecSimulator simulator, string id, string member)
        => simulator.Row("Nic", id) is { } row && row.TryGetProperty(member, out var value) ? value.GetString() : null;
}
