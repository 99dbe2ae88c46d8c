using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>DescribeEipPrice: what the elastic IPs of an order cost together.</summary>
internal sealed class EipPriceAction() : SimulatedAction("DescribeEipPrice")
{
    /// <summary>What an address costs by the hour.</summary>
    public const double Address = 0.005;

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

    /// <summary>Writes the prices of elastic IPs.</summary>
    public static void Write(Utf8JsonWriter response, int count, string type, int bandwidth, double flowPackage, bool isRemote)
    {
        response.WriteHourly("eipPrice", Address * count);
        WriteBandwidth(response, "bandwidthPrice", count, type, bandwidth, flowPackage);
        response.WriteStartArray("bandwidthPrices");
        response.WriteEndArray();
        response.WriteHourly("remoteBandwidthPrice", isRemote ? PerRemoteMbps * bandwidth * count : null);
    }

    /// <summary>Writes the price of a bandwidth. What a bandwidth cluster pays for has no price of its own.</summary>
    public static void WriteBandwidth(Utf8JsonWriter response, string name, int count, string? type, int bandwidth, double flowPackage)
    {
        switch (type)
        {
            case EipRules.ByBandwidth:
                response.WriteHourly(name, PerMbps * bandwidth * count);
                break;
            case EipRules.ByTrafficPackage:
                response.WriteMonthly(name, PerTB * flowPackage * count, PerExcessGB);
                break;
            default:
                response.WriteNull(name);
                break;
        }
    }
}
