using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>DescribeEipPrice: what the elastic IPs of an order cost together.</summary>
internal sealed class EipPriceAction() : SimulatedAction("DescribeEipPrice")
{
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
        response.WriteHourly("eipPrice", EipRates.Address * count);
        WriteBandwidth(response, "bandwidthPrice", count, type, bandwidth, flowPackage);
        response.WriteStartArray("bandwidthPrices");
        response.WriteEndArray();
        response.WriteHourly("remoteBandwidthPrice", isRemote ? EipRates.RemoteBandwidth(bandwidth) * count : null);
    }

    /// <summary>Writes the price of a bandwidth. What a bandwidth cluster pays for has no price of its own.</summary>
    public static void WriteBandwidth(Utf8JsonWriter response, string name, int count, string? type, int bandwidth, double flowPackage)
    {
        switch (EipRates.Bandwidth(type, bandwidth, flowPackage))
        {
            case (var price, PriceJson.Hour):
                response.WriteHourly(name, price * count);
                break;
            case (var price, _):
                response.WriteMonthly(name, price * count, EipRates.PerExcessGB);
                break;
            default:
                response.WriteNull(name);
                break;
        }
    }
}
