using System.Text.Json;
using System.Text.RegularExpressions;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>What the API demands of network interfaces.</summary>
internal static class NicRules
{
    private static readonly Regex Name = new(@"^[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]\z", RegexOptions.CultureInvariant);

    /// <summary>Why a name cannot be that of a network interface.</summary>
    public static ServiceRefusal? RefuseName(string? name) => name is null || Name.IsMatch(name)
        ? null
        : FormRefusals.Pattern("name begins and ends with a letter or a digit, and may have letters, digits, hyphens and periods.");

    /// <summary>Why a security group cannot be that of a network interface.</summary>
    public static ServiceRefusal? RefuseGroup(string? groupId, SimulatedAccount account)
        => groupId is not null && account[NetworkKinds.SecurityGroup].Find(groupId) is null ? NetworkKinds.SecurityGroup.NotFound(groupId) : null;

    /// <summary>Why a network interface cannot get or lose addresses in its state.</summary>
    public static ServiceRefusal? UnlessRests(SimulatedRow nic)
        => nic.Status is NicState.Available or NicState.Used ? null : NetworkKinds.Nic.WrongStatus(nic);

    /// <summary>The versions of IP that a new network interface gets.</summary>
    public static string StackOf(JsonElement request, SimulatedRow subnet)
        => request.Text("nicStackType") ?? (subnet.Text("stackType") == "IPv6" ? "IPv6" : "IPv4");

    /// <summary>Why a new network interface cannot be as it is to be.</summary>
    public static ServiceRefusal? RefuseNew(JsonElement request, SimulatedAccount account)
    {
        var subnetId = request.Text("subnetId")!;
        if (account[NetworkKinds.Subnet].Find(subnetId) is not { } subnet)
        {
            return NetworkKinds.Subnet.NotFound(subnetId);
        }

        if (Groups.Find(request.Text("resourceGroupId")) is null)
        {
            return Refusals.NoResourceGroup(request.Text("resourceGroupId")!);
        }

        var stack = StackOf(request, subnet);
        if (stack.Split('_').FirstOrDefault(version => !SubnetRules.Has(subnet.Text("stackType"), version)) is { } missing)
        {
            return FormRefusals.Value($"The subnet {subnetId} has no {missing} addresses.");
        }

        if (request.Texts("eipIds").FirstOrDefault(id => account[NetworkKinds.Eip].Find(id) is not { Status: "UNBIND" }) is { } eipId)
        {
            return account[NetworkKinds.Eip].Find(eipId) is { } bound ? NetworkKinds.Eip.WrongStatus(bound) : NetworkKinds.Eip.NotFound(eipId);
        }

        return RefuseName(request.Text("name")) ?? RefuseGroup(request.Text("securityGroupId"), account)
            ?? (SubnetRules.Has(stack, "IPv6") ? NicIPv6.RefuseCharge(request, subnet) : null);
    }

    /// <summary>The next addresses of a subnet that nobody has.</summary>
    public static IReadOnlyList<string> Free(SimulatedRow subnet, SimulatedAccount account, int count)
    {
        var taken = Taken(subnet, account);
        return [.. (IPv4Block.Read(subnet.Text("cidrBlock"))?.Usable ?? []).Where(address => !taken.Contains(address)).Take(count)];
    }

    /// <summary>Why a network interface in a subnet cannot have an address.</summary>
    public static ServiceRefusal? RefuseAddress(string address, SimulatedRow subnet, SimulatedAccount account)
        => IPv4Block.Read(subnet.Text("cidrBlock"))?.CanGive(address) != true
            ? FormRefusals.Value($"{address} is not in {subnet.Text("cidrBlock")}, or is an address that nothing can have.")
            : Taken(subnet, account).Contains(address)
                ? new ServiceRefusal(400, "OPERATION_DENIED_IP_ADDRESS_IN_USE", $"The address {address} is in use.")
                : null;

    private static HashSet<string> Taken(SimulatedRow subnet, SimulatedAccount account) => new(
        account[NetworkKinds.Nic].Rows.Where(nic => nic.Text("vpcId") == subnet.Text("vpcId")).SelectMany(nic => NicRows.Texts(nic, "privateIpList")),
        StringComparer.Ordinal);
}
