using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>DescribeEipPrice: what the elastic IPs of an order cost together.</summary>
internal sealed class EipPriceAction() : SimulatedAction("DescribeEipPrice")
{
    private const double Address = 0.005;
    private const double PerMbps = 0.0012;
    private const double PerTB = 8;
    private const double PerExcessGB = 0.02;
    private const double PerRemoteMbps = 0.004;

    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var type = request.Text("internetChargeType")!;
        var refusal = EipRules.Region(request.Text("regionId"))
            ?? EipRules.Charge(type, request.Whole("bandwidth"), request.Number("flowPackage"), request.Text("clusterId"));
        if (refusal is not null)
        {
            return refusal;
        }

        Write(
            response, request.Whole("amount") ?? 1, type, request.Whole("bandwidth") ?? 0, request.Number("flowPackage") ?? 0, !string.IsNullOrEmpty(request.Text("peerRegionId")));
        return null;
    }

    /// <summary>Writes the prices of elastic IPs. What a bandwidth cluster pays for has no price of its own.</summary>
    public static void Write(Utf8JsonWriter response, int count, string type, int bandwidth, double flowPackage, bool isRemote)
    {
        response.WriteHourly("eipPrice", Address * count);
        switch (type)
        {
            case EipRules.ByBandwidth:
                response.WriteHourly("bandwidthPrice", PerMbps * bandwidth * count);
                break;
            case EipRules.ByTrafficPackage:
                response.WriteMonthly("bandwidthPrice", PerTB * flowPackage * count, PerExcessGB);
                break;
            default:
                response.WriteNull("bandwidthPrice");
                break;
        }

        response.WriteStartArray("bandwidthPrices");
        response.WriteEndArray();
        response.WriteHourly("remoteBandwidthPrice", isRemote ? PerRemoteMbps * bandwidth * count : null);
    }
}
