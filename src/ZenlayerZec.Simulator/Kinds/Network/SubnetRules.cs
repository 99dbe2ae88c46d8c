using System.Text.Json;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>What the API demands of subnets.</summary>
internal static class SubnetRules
{
    private const string Public = "Public";

    /// <summary>Whether network interfaces are in a subnet: those of instances, or others.</summary>
    public static bool IsUsed(SimulatedRow subnet, SimulatedAccount account)
        => account[NetworkKinds.Nic].Rows.Any(nic => nic.Text("subnetId") == subnet.Id);

    /// <summary>Whether a stack has a version of IP.</summary>
    public static bool Has(string? stackType, string version) => stackType?.Split('_').Contains(version) == true;

    /// <summary>The IPv6 addresses of a subnet.</summary>
    public static string IPv6Block(JsonElement request, SimulatedAccount account)
        => $"{(request.Text("ipv6Type") == Public ? "2001:db8" : "fd00")}:{account.TakeNumber():x}::/{request.Whole("ipv6MaskLength") ?? 96}";

    /// <summary>Why a new subnet cannot be as it is to be.</summary>
    public static ServiceRefusal? RefuseNew(JsonElement request, SimulatedAccount account)
    {
        var (vpcId, regionId, cidr) = (request.Text("vpcId")!, request.Text("regionId"), request.Text("cidrBlock"));
        if (account[NetworkKinds.Vpc].Find(vpcId) is not { } vpc)
        {
            return NetworkKinds.Vpc.NotFound(vpcId);
        }

        if (Catalogue.Zones.All(zone => zone.RegionId != regionId))
        {
            return new ServiceRefusal(404, "INVALID_REGION_NOT_FOUND", $"The region {regionId} was not found.");
        }

        if (Has(request.Text("stackType"), "IPv4") && cidr is null)
        {
            return FormRefusals.Missing("cidrBlock");
        }

        return VpcRules.RefuseName("name", request.Text("name"))
            ?? RefuseIPv6(request, vpc)
            ?? (cidr is null ? null : RefuseBlock(cidr, vpc, account, subnet: null));
    }

    /// <summary>Why a subnet cannot have other addresses.</summary>
    public static ServiceRefusal? RefuseChange(RowRequest call, SimulatedRow subnet)
    {
        if (VpcRules.RefuseName("subnetName", call.Body.Text("subnetName")) is { } refusal)
        {
            return refusal;
        }

        if (call.Body.Text("cidrBlock") is not { } cidr || cidr == subnet.Text("cidrBlock"))
        {
            return null;
        }

        if (subnet.Text("stackType") != "IPv4")
        {
            return new ServiceRefusal(400, "OPERATION_DENIED_SUBNET_STACK_TYPE", $"The subnet {subnet.Id} is {subnet.Text("stackType")}.");
        }

        return RefuseBlock(cidr, call.Account[NetworkKinds.Vpc].Find(subnet.Text("vpcId")), call.Account, subnet);
    }

    /// <summary>Why a subnet cannot have another stack of IP.</summary>
    public static ServiceRefusal? RefuseStack(RowRequest call, SimulatedRow subnet)
    {
        var stack = call.Body.Text("stackType");
        if (!Has(stack, "IPv6") && call.Account[NetworkKinds.Nic].Rows.Any(nic => nic.Text("subnetId") == subnet.Id && Has(nic.Text("nicSubnetType"), "IPv6")))
        {
            return new ServiceRefusal(400, "OPERATION_DENIED_SUBNET_IN_USE", $"Network interfaces of the subnet {subnet.Id} have IPv6 addresses.");
        }

        return RefuseIPv6(call.Body, call.Account[NetworkKinds.Vpc].Find(subnet.Text("vpcId")));
    }

    private static ServiceRefusal? RefuseIPv6(JsonElement request, SimulatedRow? vpc)
    {
        var type = request.Text("ipv6Type");
        if (Has(request.Text("stackType"), "IPv6") && type is null)
        {
            return FormRefusals.Missing("ipv6Type");
        }

        if (request.Text("ipv6CidrBlockId") is not null && type != Public)
        {
            return FormRefusals.Value("ipv6CidrBlockId is for public IPv6 addresses.");
        }

        if (request.Whole("ipv6MaskLength") is not null && request.Text("ipv6CidrBlockId") is null)
        {
            return FormRefusals.Value("ipv6MaskLength goes with ipv6CidrBlockId.");
        }

        return type == "Private" && vpc?.Text("ipv6CidrBlock") is null
            ? new ServiceRefusal(400, "OPERATION_DENIED_VPC_IPV6_DISABLED", $"The VPC {vpc?.Id} has no private IPv6 addresses.")
            : null;
    }

    private static ServiceRefusal? RefuseBlock(string text, SimulatedRow? vpc, SimulatedAccount account, SimulatedRow? subnet)
    {
        if (IPv4Block.Read(text) is not { } block)
        {
            return FormRefusals.Value($"{text} is not a block of IPv4 addresses.");
        }

        if (vpc is not null && IPv4Block.Read(vpc.Text("cidrBlock")) is { } whole && !whole.Contains(block))
        {
            return FormRefusals.Value($"{text} is not in {vpc.Text("cidrBlock")}, the addresses of the VPC.");
        }

        if (subnet is not null && IsUsed(subnet, account) && !block.Contains(IPv4Block.Read(subnet.Text("cidrBlock"))!.Value))
        {
            return FormRefusals.Value($"The subnet {subnet.Id} is in use, so that {text} has to include {subnet.Text("cidrBlock")}.");
        }

        var other = vpc is null ? null : VpcRules.SubnetsOf(vpc, account)
            .FirstOrDefault(one => one != subnet && IPv4Block.Read(one.Text("cidrBlock")) is { } taken && taken.Overlaps(block));
        return other is null ? null : new ServiceRefusal(
            400, "INVALID_SUBNET_CIDR_CONFLICT", $"{text} overlaps {other.Text("cidrBlock")} of the subnet {other.Id}.");
    }
}
