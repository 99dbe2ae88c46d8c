using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>What an elastic IP allows.</summary>
internal static class EipRules
{
    public const string ByBandwidth = "ByBandwidth";
    public const string ByTrafficPackage = "ByTrafficPackage";
    public const string BandwidthCluster = "BandwidthCluster";

    /// <summary>Why an elastic IP forbids what can be done only in certain states; null where it does not.</summary>
    public static ServiceRefusal? Unless(SimulatedRow eip, params string[] states) => eip.Status switch
    {
        var status when states.Contains(status) => null,
        EipState.Recycled => new ServiceRefusal(400, "OPERATION_DENIED_EIP_RECYCLED", $"The elastic IP {eip.Id} is in the recycle bin."),
        _ => NetworkKinds.Eip.WrongStatus(eip),
    };

    /// <summary>Why an elastic IP cannot be released; null where it can.</summary>
    public static ServiceRefusal? UnlessFree(SimulatedRow eip) => eip.Status is EipState.Bound or EipState.Assigning
        ? new ServiceRefusal(400, "OPERATION_DENIED_EIP_IS_NOT_UN_ASSIGN", $"The elastic IP {eip.Id} is bound.")
        : Unless(eip, EipState.Unbound, EipState.CreateFailed, EipState.Recycled);

    /// <summary>Why an elastic IP that is not bound to one of these kinds of things forbids something.</summary>
    public static ServiceRefusal? UnlessBoundTo(SimulatedRow eip, params string[] types)
        => Unless(eip, EipState.Bound) ?? (types.Contains(eip.Text("associatedType")) ? null : NetworkKinds.Eip.WrongStatus(eip));

    /// <summary>Why a name is refused.</summary>
    public static ServiceRefusal? Name(string name) => char.IsLetterOrDigit(name[0]) && name.All(letter => letter < 128 && (char.IsLetterOrDigit(letter) || letter is '-' or '.'))
        ? null
        : FormRefusals.Pattern("name starts with a letter or a digit, and may have letters, digits, hyphens and periods.");

    /// <summary>Why a way to pay is refused: each needs one value.</summary>
    public static ServiceRefusal? Charge(string type, int? bandwidth, double? flowPackage, string? clusterId) => type switch
    {
        ByBandwidth when bandwidth is null => FormRefusals.Missing("bandwidth"),
        ByTrafficPackage when flowPackage is null => FormRefusals.Missing("flowPackage"),
        BandwidthCluster when string.IsNullOrEmpty(clusterId) => FormRefusals.Missing("clusterId"),
        _ => null,
    };

    /// <summary>Why a region is refused.</summary>
    public static ServiceRefusal? Region(string? regionId) => Catalogue.Zones.Any(zone => zone.RegionId == regionId)
        ? null
        : new ServiceRefusal(404, "INVALID_REGION_NOT_FOUND", $"The region {regionId} was not found.");

    /// <summary>Writes how an elastic IP is paid for.</summary>
    public static void Pay(SimulatedRow eip, string type, int? bandwidth, double? flowPackage, string? clusterId)
    {
        eip["internetChargeType"] = type;
        eip["bandwidth"] = bandwidth ?? eip.Whole("bandwidth");
        eip["flowPackage"] = type == ByTrafficPackage ? flowPackage : null;
        eip["bandwidthCluster"] = type == BandwidthCluster
            ? new JsonObject { ["bandwidthClusterId"] = clusterId, ["bandwidthClusterName"] = $"cluster-{clusterId}" }
            : null;
    }
}
