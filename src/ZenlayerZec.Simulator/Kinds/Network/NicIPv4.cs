using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>The private IPv4 addresses of a network interface beside its primary one.</summary>
internal static class NicIPv4
{
    public static IReadOnlyList<SimulatedAction> Actions { get; } =
    [
        new AssignNicIPv4Action(),
        new RowAction("AssignNetworkInterfaceIpv4", NetworkKinds.Nic, "nicId")
        {
            Deny = (call, nic) => NicRules.UnlessRests(nic)
                ?? NicRules.RefuseAddress(call.Body.Text("ipAddress")!, call.Account[NetworkKinds.Subnet].Find(nic.Text("subnetId"))!, call.Account),
            CarryOut = (call, nic) => Add(call.Account, nic, [call.Body.Text("ipAddress")!]),
        },
        new RowAction("UnassignNetworkInterfaceIpv4", NetworkKinds.Nic, "nicId")
        {
            Deny = (call, nic) => NicRules.UnlessRests(nic) ?? RefuseTaking(call, nic),
            CarryOut = (call, nic) => Take(call.Account, nic, call.Body.Texts("ipAddresses")),
        },
    ];

    /// <summary>Gives addresses to a network interface.</summary>
    public static void Add(SimulatedAccount account, SimulatedRow nic, IReadOnlyList<string> addresses)
    {
        Write(account, nic, "privateIpList", NicRows.Texts(nic, "privateIpList").Concat(addresses));
        Write(account, nic, "secondaryIpv4s", NicRows.Texts(nic, "secondaryIpv4s").Concat(addresses));
    }

    private static void Take(SimulatedAccount account, SimulatedRow nic, IReadOnlyList<string> addresses)
    {
        Write(account, nic, "privateIpList", NicRows.Texts(nic, "privateIpList").Except(addresses));
        Write(account, nic, "secondaryIpv4s", NicRows.Texts(nic, "secondaryIpv4s").Except(addresses));
    }

    private static void Write(SimulatedAccount account, SimulatedRow nic, string member, IEnumerable<string> addresses)
    {
        nic[member] = InstanceRows.Texts([.. addresses]);
        nic["updateTime"] = account.Time.Now.ToWire();
        account.Estate.WriteNetworkBack(nic.InstanceId);
    }

    /// <summary>The documentation does not say what is taken where no address is named: nothing, here.</summary>
    private static ServiceRefusal? RefuseTaking(RowRequest call, SimulatedRow nic)
    {
        var addresses = call.Body.Texts("ipAddresses");
        if (addresses.Count == 0)
        {
            return FormRefusals.Missing("ipAddresses");
        }

        if (addresses.FirstOrDefault(address => !NicRows.Texts(nic, "secondaryIpv4s").Contains(address)) is { } other)
        {
            return FormRefusals.Value($"{other} is not a secondary address of the network interface {nic.Id}.");
        }

        return call.Account[NetworkKinds.Eip].Rows.Any(eip => eip.Text("nicId") == nic.Id && addresses.Contains(eip.Text("privateIpAddress")))
            ? new ServiceRefusal(400, "OPERATION_DENIED_IP_ADDRESS_IN_USE", $"An elastic IP is bound to an address of the network interface {nic.Id}.")
            : null;
    }
}
