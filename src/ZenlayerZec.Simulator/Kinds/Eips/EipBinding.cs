using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>Joins elastic IPs to network interfaces, and parts them.</summary>
internal static class EipBinding
{
    /// <summary>Writes into an elastic IP that it is at a private address of a network interface.</summary>
    public static void Bind(SimulatedRow eip, SimulatedRow nic, string? lanIp, string? bindType)
    {
        eip["nicId"] = nic.Id;
        eip["associatedId"] = nic.Id;
        eip["associatedType"] = "NIC";
        eip["privateIpAddress"] = lanIp;
        eip["bindType"] = bindType ?? "FullNat";
        eip.InstanceId = nic.InstanceId;
    }

    /// <summary>Parts an elastic IP from what it is bound to.</summary>
    public static void Free(SimulatedRow eip)
    {
        eip.InstanceId = null;
        eip.Status = EipState.Unbound;
        foreach (var member in new[] { "nicId", "associatedId", "associatedType", "privateIpAddress" })
        {
            eip[member] = null;
        }
    }

    /// <summary>Writes into a network interface, and into its instance, which addresses it has.</summary>
    public static void WriteBack(SimulatedAccount account, string? nicId)
    {
        if (account[NetworkKinds.Nic].Find(nicId) is not { } nic)
        {
            return;
        }

        SimulatedRow[] eips = [.. account[NetworkKinds.Eip].Rows.Where(eip => eip.Text("nicId") == nicId)];
        nic["publicIpList"] = InstanceRows.Texts(eips.SelectMany(NetworkKinds.Addresses).OfType<string>());
        if (account.Fleet.Find(nic.InstanceId) is { } instance)
        {
            SimulatedRow[] all = [.. account[NetworkKinds.Eip].Rows.Where(eip => eip.InstanceId == instance.Id)];
            instance.Change(machine => InstanceRows.WriteNetwork(machine, account[NetworkKinds.Nic].OfInstance(instance.Id), all));
        }
    }
}
