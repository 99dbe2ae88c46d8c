using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Generated;

/// <summary>What can be done to elastic IPs. A few of them are not in the state that the change wants, or are as it wants already.</summary>
public sealed class EipSubjects : IScheduleSubjects
{
    private const string Nic = "nic-0";
    private const string LanIp = "10.0.0.1";
    private const int Mbps = 500;
    private const string Package = "2.5";
    private const string Wanted = "198.51.100.7";

    static IReadOnlyDictionary<string, ScheduleSubject> IScheduleSubjects.All { get; } = new Dictionary<string, ScheduleSubject>(StringComparer.Ordinal)
    {
        ["Remove-ZecEip"] = Eips("UNBIND") with { Operation = _ => EipOperations.Remove(), ShowsItself = true },
        ["Remove-ZecInstance -PurgeDependentResource"] = Eips("RECYCLED") with
        {
            Operation = _ => BinPurge.Of(EipOperations.Remove(), eip => ((ZecEip)eip).AttachedInstanceId),
            ShowsItself = true,
            IsWhereItWasToGo = (simulator, id) => simulator.Row("Eip", id) is null,
        },
        ["Restore-ZecEip"] = Eips("RECYCLED") with
        {
            Operation = _ => EipOperations.Restore(),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "status") is "UNBIND" or "BINDED",
        },
        ["Register-ZecEip"] = Eips("UNBIND") with
        {
            Operation = _ => EipOperations.Register(new EipBinding { NicId = Nic, LanIp = LanIp }),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "status") is "ASSIGNING" or "BINDED" && Text(simulator, id, "associatedId") == Nic,
        },
        ["Unregister-ZecEip"] = Eips("BINDED") with
        {
            Operation = _ => EipOperations.Unregister(),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "status") == "UNBIND",
        },
        ["Resize-ZecEip -BandwidthMbps"] = Eips("UNBIND") with
        {
            Operation = _ => EipOperations.Resize(Mbps, commitBandwidthMbps: null),
            IsWhereItWasToGo = (simulator, id) => simulator.Row("Eip", id)?.GetProperty("bandwidth").GetInt32() == Mbps,
        },
        ["Resize-ZecEip -TrafficPackageSizeTB"] = Eips("UNBIND") with
        {
            Operation = _ => EipOperations.ResizeTrafficPackage(2.5m),
            IsWhereItWasToGo = (simulator, id) => simulator.Row("Eip", id)?.GetProperty("flowPackage").GetRawText() == Package,
        },
        ["Set-ZecEip -Name"] = Eips("UNBIND") with
        {
            Operation = _ => EipOperations.Set("renamed"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "name") == "renamed",
        },
        ["Set-ZecEip -RateLimitMode"] = Eips("UNBIND") with
        {
            Operation = _ => EipOperations.SetRateLimitMode("STRICT"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "rateLimitMode") == "STRICT",
        },
        ["Set-ZecEip -BindType"] = Eips("BINDED") with
        {
            Operation = _ => EipOperations.SetBindType("Passthrough"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "bindType") == "Passthrough",
        },
        ["Set-ZecEip -IcmpProbe"] = Eips("UNBIND") with { Operation = _ => EipOperations.SetProbe(icmpProbe: true, tcpProbePort: 443) },
        ["Set-ZecEip -Egress"] = Eips("BINDED") with { Operation = _ => EipOperations.SetEgress() },
        ["Set-ZecEipAddress"] = Eips("UNBIND") with
        {
            NamedBy = "replaceIps",
            Operation = service => EipOperations.SetAddress(ownIp: null, ipAddress: null, Addresses(service)),
        },
        ["Set-ZecEipAddress -IpAddress"] = Eips("BINDED") with
        {
            // Only one elastic IP can have the address: the others are refused.
            NamedBy = "replaceIps",
            Operation = service => EipOperations.SetAddress(ownIp: null, Wanted, Addresses(service)),
            IsWhereItWasToGo = (simulator, id) => simulator.Row("Eip", id) is { } eip && AddressesOf(eip).Contains(Wanted),
        },
        ["Set-ZecEipInternetChargeType"] = Eips("UNBIND") with
        {
            Operation = _ => EipOperations.SetInternetChargeType(new ChangeEipInternetChargeTypeRequest { InternetChargeType = "ByBandwidth", Bandwidth = Mbps }),
            IsWhereItWasToGo = (simulator, id) => Text(simulator, id, "internetChargeType") == "ByBandwidth"
                && simulator.Row("Eip", id)?.GetProperty("bandwidth").GetInt32() == Mbps,
        },
    };

    private static RowSubject Eips(string state) => new()
    {
        Kind = "Eip",
        Operation = _ => throw new NotSupportedException(),
        Make = (place, service) => EipOf(place, state, service),
    };

    private static JsonObject EipOf(int place, string state, SimulatedService service)
    {
        var now = (RowSubject.Count - place) switch { 1 => "RECYCLED", 2 => "BINDED", 3 => "UNBIND", 7 => "ASSIGNING", 8 => "CREATING", 9 => "DELETING", _ => state };
        var isBound = now is "BINDED" or "ASSIGNING";
        return new JsonObject
        {
            ["name"] = place == RowSubject.Count - 4 ? "renamed" : $"name-{place}",
            ["regionId"] = service.Simulator.Rows("Nic").First(nic => nic.GetProperty("nicId").GetString() == Nic).GetProperty("regionId").GetString(),
            ["isDefault"] = false,
            ["status"] = now,
            ["publicIpAddresses"] = new JsonArray($"192.0.2.{place}"),
            ["networkLineType"] = "PremiumBGP",
            ["internetChargeType"] = "ByTrafficPackage",
            ["flowPackage"] = place == RowSubject.Count - 5 ? 2.5 : 1.5,
            ["bandwidth"] = place == RowSubject.Count - 5 ? Mbps : 100,
            ["bindType"] = "FullNat",
            ["rateLimitMode"] = "LOOSE",
            ["nicId"] = isBound ? Nic : null,
            ["associatedId"] = isBound ? Nic : null,
            ["associatedType"] = isBound ? "NIC" : null,
            ["privateIpAddress"] = isBound ? LanIp : null,
            ["instanceId"] = isBound ? service.Simulator.Instances[0].InstanceId : null,
            ["createTime"] = "2025-12-01T00:00:00Z",
        };
    }

    /// <summary>The addresses as they are before the first request.</summary>
    private static Func<string, IReadOnlyList<string>?> Addresses(SimulatedService service)
    {
        var before = service.Simulator.Rows("Eip").ToDictionary(eip => eip.GetProperty("eipId").GetString()!, AddressesOf, StringComparer.Ordinal);
        return id => before.GetValueOrDefault(id);
    }

    private static string[] AddressesOf(JsonElement eip) => [.. eip.GetProperty("publicIpAddresses").EnumerateArray().Select(address => address.GetString()!)];

    private static string? Text(ZecSimulator simulator, string id, string member)
        => simulator.Row("Eip", id) is { } row && row.TryGetProperty(member, out var value) ? value.GetString() : null;
}
