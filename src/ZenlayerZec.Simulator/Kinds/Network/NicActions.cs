using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>What can be done to network interfaces.</summary>
internal static class NicActions
{
    /// <summary>So many network interfaces an instance can have.</summary>
    private const int MostOfInstance = 8;

    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new CreateNicAction(),
        new NicMetricAction(),
        new RowAction("DeleteNetworkInterface", NetworkKinds.Nic, "nicId")
        {
            Deny = (_, nic) => nic switch
            {
                _ when NicRows.IsPrimary(nic) => new ServiceRefusal(409, "INVALID_NIC_PRIMARY_CANT_DELETE", $"The network interface {nic.Id} is a primary one."),
                { Status: NicState.Used } => new ServiceRefusal(400, "INVALID_NIC_ATTACHED", $"The network interface {nic.Id} is attached."),
                { Status: NicState.Available or NicState.Failed } => null,
                _ => NetworkKinds.Nic.WrongStatus(nic),
            },
            CarryOut = (call, nic) => call.Begin(nic, NicState.Deleting, () =>
            {
                foreach (var eip in EipsOf(call.Account, nic))
                {
                    InstanceRows.Part(eip);
                }

                call.Account.Remove(nic);
            }),
        },
        new RowAction("AttachNetworkInterface", NetworkKinds.Nic, "nicId")
        {
            Deny = DenyAttaching,
            CarryOut = (call, nic) =>
            {
                Move(call.Account, nic, call.Body.Text("instanceId"));
                call.Begin(nic, NicState.Attaching, () => Rest(call.Account, nic));
                call.Account.Estate.WriteNetworkBack(nic.InstanceId);
            },
        },
        new RowAction("DetachNetworkInterface", NetworkKinds.Nic, "nicId")
        {
            Deny = DenyDetaching,
            CarryOut = (call, nic) =>
            {
                call.Begin(nic, NicState.Detaching, () =>
                {
                    var instanceId = nic.InstanceId;
                    Move(call.Account, nic, instanceId: null);
                    Rest(call.Account, nic);
                    call.Account.Estate.WriteNetworkBack(instanceId);
                });
                call.Account.Estate.WriteNetworkBack(nic.InstanceId);
            },
        },
        new RowAction("ModifyNetworkInterfacesAttribute", NetworkKinds.Nic, "nicIds")
        {
            Deny = (call, _) => NicRules.RefuseName(call.Body.Text("name")),
            CarryOut = Modify,
        },
        new RowAction("ModifyNetworkInterfaceAttribute", NetworkKinds.Nic, "nicId")
        {
            Deny = (call, _) => NicRules.RefuseName(call.Body.Text("name")) ?? NicRules.RefuseGroup(call.Body.Text("securityGroupId"), call.Account),
            CarryOut = Modify,
        },
    ];

    private static SimulatedRow[] EipsOf(SimulatedAccount account, SimulatedRow nic) => [.. account[NetworkKinds.Eip].Rows.Where(eip => eip.Text("nicId") == nic.Id)];

    /// <summary>Gives an interface, with the elastic IPs that are bound to it, to an instance.</summary>
    private static void Move(SimulatedAccount account, SimulatedRow nic, string? instanceId)
    {
        nic.InstanceId = instanceId;
        foreach (var eip in EipsOf(account, nic))
        {
            eip.InstanceId = instanceId;
        }
    }

    private static void Rest(SimulatedAccount account, SimulatedRow nic)
    {
        NicState.Rest(nic);
        account.Estate.WriteNetworkBack(nic.InstanceId);
    }

    private static ServiceRefusal? DenyAttaching(RowRequest call, SimulatedRow nic)
    {
        var instanceId = call.Body.Text("instanceId")!;
        if (call.Account.Fleet.Find(instanceId) is not { } instance)
        {
            return Refusals.NoInstance(instanceId);
        }

        if (instance.Status != InstanceStatus.Running)
        {
            return Refusals.WrongStatus(instance);
        }

        if (nic.Status != NicState.Available)
        {
            return NetworkKinds.Nic.WrongStatus(nic);
        }

        return Fleet.Catalogue.FindZone(instance.Instance.ZoneId)?.RegionId != nic.Text("regionId")
            ? FormRefusals.Value($"The instance {instanceId} is not in the region {nic.Text("regionId")}.")
            : call.Account[NetworkKinds.Nic].OfInstance(instanceId).Count >= MostOfInstance
                ? FormRefusals.TooGreat($"The instance {instanceId} has {MostOfInstance} network interfaces.")
                : null;
    }

    private static ServiceRefusal? DenyDetaching(RowRequest call, SimulatedRow nic) => nic switch
    {
        { Status: NicState.Available, InstanceId: null } => new ServiceRefusal(
            403, "OPERATION_DENIED_NIC_NOT_EXIST_INSTANCE", $"The network interface {nic.Id} is not attached to an instance."),
        _ when NicRows.IsPrimary(nic) => new ServiceRefusal(409, "INVALID_NIC_PRIMARY_CANT_DETACH", $"The network interface {nic.Id} is a primary one."),
        { Status: not NicState.Used } => NetworkKinds.Nic.WrongStatus(nic),
        _ => call.Account.Fleet.Find(nic.InstanceId) is { } instance && instance.Status != InstanceStatus.Running
            ? Refusals.WrongStatus(instance)
            : null,
    };

    private static void Modify(RowRequest call, SimulatedRow nic)
    {
        nic["name"] = call.Body.Text("name") ?? nic.Text("name");
        nic["securityGroupId"] = call.Body.Text("securityGroupId") ?? nic.Text("securityGroupId");
        nic["updateTime"] = call.Account.Time.Now.ToWire();
        call.Account.Estate.WriteNetworkBack(nic.InstanceId);
    }
}
