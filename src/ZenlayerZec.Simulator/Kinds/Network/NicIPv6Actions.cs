using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>What can be done to the IPv6 addresses of network interfaces.</summary>
internal static class NicIPv6Actions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new DescribeNicIPv6Action(),
        new NicIPv6PriceAction("InquiryPricePublicIpv6", "packageSize"),
        new NicIPv6PriceAction("InquiryPriceModifyIpv6Bandwidth", "flowPackage"),
        new NicIPv6PriceAction("InquiryPriceChangeIpv6InternetChargeType", "flowPackage"),
        new ModifyNicIPv6Action("ModifyIpv6Bandwidth", "ipv6Id", "bandwidth"),
        new ModifyNicIPv6Action("ModifyNetworkInterfacePublicIPv6BandwidthLimitMode", "ipv6CidrId", "rateLimitMode"),
        new RowAction("AssignNetworkInterfaceIpv6", NetworkKinds.Nic, "nicId")
        {
            Deny = (call, nic) => NicRules.UnlessRests(nic) ?? RefuseGiving(call, nic),
            CarryOut = (call, nic) =>
            {
                NicIPv6.Give(nic, call.Body, call.Account[NetworkKinds.Subnet].Find(nic.Text("subnetId"))!, call.Account);
                Write(call, nic, "IPv4_IPv6");
            },
        },
        new RowAction("UnassignNetworkInterfaceIpv6", NetworkKinds.Nic, "nicId")
        {
            Deny = (_, nic) => NicRules.UnlessRests(nic) ?? (nic.Text("nicSubnetType") == "IPv4_IPv6" ? null : WrongStack(nic)),
            CarryOut = (call, nic) =>
            {
                NicIPv6.Take(nic);
                Write(call, nic, "IPv4");
            },
        },
    ];

    private static void Write(RowRequest call, SimulatedRow nic, string stack)
    {
        nic["nicSubnetType"] = stack;
        nic["updateTime"] = call.Account.Time.Now.ToWire();
        call.Account.Estate.WriteNetworkBack(nic.InstanceId);
    }

    private static ServiceRefusal? RefuseGiving(RowRequest call, SimulatedRow nic)
    {
        if (nic.Text("nicSubnetType") != "IPv4")
        {
            return WrongStack(nic);
        }

        var subnet = call.Account[NetworkKinds.Subnet].Find(nic.Text("subnetId"))!;
        return subnet.Text("stackType") == "IPv4_IPv6"
            ? NicIPv6.RefuseCharge(call.Body, subnet)
            : FormRefusals.Value($"The subnet {subnet.Id} is {subnet.Text("stackType")}.");
    }

    private static ServiceRefusal WrongStack(SimulatedRow nic)
        => new(400, "OPERATION_DENIED_NIC_STACK_TYPE", $"The network interface {nic.Id} is {nic.Text("nicSubnetType")}.");
}
