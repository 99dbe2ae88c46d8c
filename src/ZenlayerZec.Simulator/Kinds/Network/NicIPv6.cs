using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>The IPv6 address of a network interface; a public one is paid for, and has what its row shows nowhere else.</summary>
internal static class NicIPv6
{
    /// <summary>The member that has what is known of a public address.</summary>
    public const string Member = "publicIpv6";

    private const string Public = "Public";

    /// <summary>Why a network interface in a subnet cannot get the address that is asked for.</summary>
    public static ServiceRefusal? RefuseCharge(JsonElement request, SimulatedRow subnet) => request.Text("internetChargeType") switch
    {
        null when IsPublic(subnet) => FormRefusals.Missing("internetChargeType"),
        "BandwidthCluster" when IsPublic(subnet) && request.Text("clusterId") is null => FormRefusals.Missing("clusterId"),
        _ => null,
    };

    /// <summary>Gives a network interface an address of its subnet.</summary>
    public static void Give(SimulatedRow nic, JsonElement request, SimulatedRow subnet, SimulatedAccount account)
    {
        var (number, block) = (account.TakeNumber(), subnet.Text("ipv6CidrBlock")!);
        var address = $"{block.Substring(0, block.IndexOf('/'))}{number.ToString("x", CultureInfo.InvariantCulture)}";
        nic["primaryIpv6"] = address;
        nic["ipv6Cidr"] = $"{address}/128";
        nic[Member] = !IsPublic(subnet) ? null : new JsonObject
        {
            ["ipv6CidrId"] = Fleet.Numbering.IPv6Id(number),
            ["internetChargeType"] = request.Text("internetChargeType"),
            ["bandwidth"] = request.Whole("bandwidth"),
            ["rateLimitMode"] = request.Text("rateLimitMode") ?? "LOOSE",
            ["trafficPackageSize"] = request.Part("packageSize")?.GetDecimal(),
            ["clusterId"] = request.Text("clusterId"),
        };
    }

    /// <summary>Takes the address away.</summary>
    public static void Take(SimulatedRow nic) => (nic["primaryIpv6"], nic["ipv6Cidr"], nic[Member]) = (null, null, null);

    /// <summary>The network interface that has a public address.</summary>
    public static SimulatedRow? Find(SimulatedAccount account, string? id)
        => account[NetworkKinds.Nic].Rows.FirstOrDefault(nic => nic[Member]?["ipv6CidrId"]?.GetValue<string>() is { } own && own == id);

    /// <summary>A public address that is not there.</summary>
    public static ServiceRefusal NotFound(string id) => new(404, "OPERATION_FAILED_RESOURCE_NOT_FOUND", $"The IPv6 address {id} was not found.");

    private static bool IsPublic(SimulatedRow subnet) => subnet.Text("ipv6Type") == Public;
}
