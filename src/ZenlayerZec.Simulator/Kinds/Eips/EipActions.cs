using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>What can be done to elastic IPs.</summary>
internal static class EipActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new CreateEipsAction(),
        new RowAction("DeleteEip", NetworkKinds.Eip, "eipId")
        {
            // The vendor's clients know that a second release destroys what lies in the bin.
            Deny = (call, eip) => EipRules.UnlessFree(eip),
            CarryOut = Release,
        },
        new RowAction("RenewEip", NetworkKinds.Eip, "eipId")
        {
            Deny = (call, eip) => eip.Status == EipState.Recycled ? null : NetworkKinds.Eip.WrongStatus(eip),
            CarryOut = (call, eip) => call.Begin(eip, EipState.Recycled, () => eip.Status = EipState.Unbound),
        },
        new AssociateEipAddressAction(),
        new RowAction("UnassociateEipAddress", NetworkKinds.Eip, "eipIds")
        {
            FailedField = "failedEipIds",
            DoesTheRest = true,
            Deny = (call, eip) => eip.Flag("isDefault") == true || eip.Status is EipState.Assigning
                ? NetworkKinds.Eip.WrongStatus(eip)
                : EipRules.Unless(eip, EipState.Bound, EipState.Unbound),
            CarryOut = Unbind,
        },
        new ReplaceEipAddressAction(),
        new RowAction("ModifyEipBandwidth", NetworkKinds.Eip, "eipId")
        {
            Deny = (call, eip) => EipRules.Unless(eip, EipState.Bound, EipState.Unbound),
            CarryOut = (call, eip) => Operate(call, eip, "ModifyBandwidth", () => eip["bandwidth"] = call.Body.Whole("bandwidth")),
        },
        new RowAction("ModifyEipTrafficPackage", NetworkKinds.Eip, "eipId")
        {
            Deny = (call, eip) => EipRules.Unless(eip, EipState.Bound, EipState.Unbound) ?? (eip.Text("internetChargeType") == EipRules.ByTrafficPackage
                ? null
                : FormRefusals.Value($"The elastic IP {eip.Id} is not paid for by a traffic package.")),
            CarryOut = (call, eip) => Operate(
                call, eip, "ModifyFlowPackage", () => eip["flowPackage"] = call.Body.Number("trafficPackageSize")),
        },
        new RowAction("ModifyEipAttribute", NetworkKinds.Eip, "eipId")
        {
            Deny = (call, eip) => EipRules.Name(call.Body.Text("name")!) ?? UnlessKept(eip),
            CarryOut = (call, eip) => eip["name"] = call.Body.Text("name"),
        },
        new RowAction("ModifyEipBandwidthLimitMode", NetworkKinds.Eip, "eipId")
        {
            Deny = (call, eip) => EipRules.Unless(eip, EipState.Bound, EipState.Unbound)
                ?? (eip.Whole("bandwidth") is null ? FormRefusals.Value($"The elastic IP {eip.Id} has no bandwidth limit.") : null),
            CarryOut = (call, eip) => eip["rateLimitMode"] = call.Body.Text("rateLimitMode"),
        },
        new RowAction("ChangeEipBindType", NetworkKinds.Eip, "eipId")
        {
            Deny = (call, eip) => EipRules.UnlessBoundTo(eip, "NIC", "HAVIP"),
            CarryOut = (call, eip) => eip["bindType"] = call.Body.Text("bindType"),
        },
        new RowAction("ConfigEipProbe", NetworkKinds.Eip, "eipId") { Deny = (call, eip) => UnlessKept(eip) },
        new RowAction("ConfigEipEgressIp", NetworkKinds.Eip, "eipId") { Deny = (call, eip) => EipRules.UnlessBoundTo(eip, "NIC") },
        new RowAction("ChangeEipInternetChargeType", NetworkKinds.Eip, "eipId")
        {
            Deny = (call, eip) => EipRules.Unless(eip, EipState.Bound, EipState.Unbound) ?? EipRules.Charge(
                call.Body.Text("internetChargeType")!, call.Body.Whole("bandwidth"), call.Body.Number("flowPackage"), call.Body.Text("clusterId")),
            CarryOut = (call, eip) => EipRules.Pay(
                eip, call.Body.Text("internetChargeType")!, call.Body.Whole("bandwidth"), call.Body.Number("flowPackage"), call.Body.Text("clusterId")),
        },
        new EipMetricAction(),
        new EipTrafficAction(),
        new AvailableLanIpAction(),
        new EipOfferAction("DescribeEipInternetChargeTypes", "internetChargeTypes", _ => Fleet.Catalogue.InternetChargeTypes),
        new EipOfferAction("DescribeEipRemoteRegions", "peerRegionIds", EipOfferAction.OtherRegions),
        new NetworkLinesAction(),
        new EipPriceAction(),
        new ChangedEipPriceAction("InquiryPriceModifyEipBandwidth"),
        new ChangedEipPriceAction("InquiryPriceModifyEipFlowPackage"),
        new ChangedEipPriceAction("InquiryPriceChangeEipInternetChargeType"),
    ];

    private static ServiceRefusal? UnlessKept(SimulatedRow eip) => eip.Status is EipState.Recycled or EipState.Deleting ? EipRules.Unless(eip) : null;

    /// <summary>Does what shows in the elastic IP while it is done.</summary>
    private static void Operate(RowRequest call, SimulatedRow eip, string operation, Action arrive)
    {
        eip["operationInfo"] = new JsonObject { ["operation"] = operation, ["status"] = "OPERATING" };
        call.Begin(eip, eip.Status!, () =>
        {
            eip["operationInfo"] = null;
            arrive();
        });
    }

    private static void Release(RowRequest call, SimulatedRow eip)
    {
        if (!call.Account.Options.EipRecycleBin || eip.Status != EipState.Unbound)
        {
            call.Begin(eip, EipState.Deleting, () => call.Account.Remove(eip));
            return;
        }

        call.Begin(eip, EipState.Deleting, () => Recycle(call.Account, eip));
    }

    /// <summary>Puts an elastic IP into the recycle bin, out of which it goes by itself.</summary>
    public static void Recycle(SimulatedAccount account, SimulatedRow eip)
    {
        eip.Status = EipState.Recycled;
        account.Time.Plan(eip, account.Options.EipRetentionTime, () => account.Remove(eip));
    }

    /// <summary>An elastic IP that is bound to nothing stays so.</summary>
    private static void Unbind(RowRequest call, SimulatedRow eip)
    {
        if (eip.Status != EipState.Bound)
        {
            return;
        }

        call.Begin(eip, EipState.Bound, () =>
        {
            var nicId = eip.Text("nicId");
            EipBinding.Free(eip);
            EipBinding.WriteBack(call.Account, nicId);
        });
    }
}
