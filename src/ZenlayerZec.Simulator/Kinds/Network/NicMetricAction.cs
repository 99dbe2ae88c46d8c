using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>
/// DescribeNetworkInterfaceMonitorData: a value for each moment, always the same one for the same network interface, metric and moment. Before it was
/// made, and while no instance uses it, there is none.
/// </summary>
internal sealed class NicMetricAction() : SimulatedAction("DescribeNetworkInterfaceMonitorData")
{
    private const double Bits = 40_000_000;
    private const double BitsPerPacket = 6_000;

    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[NetworkKinds.Nic].Find(request.Text("nicId")) is not { } nic)
        {
            return NetworkKinds.Nic.NotFound(request.Text("nicId")!);
        }

        if (MetricTime.Read(request, account, out var time) is { } refusal)
        {
            return refusal;
        }

        _ = WireTime.Read(nic.Text("createTime") ?? string.Empty, "createTime", out var made);
        response.WritePoints(time.Moments.Select(moment
            => (moment, moment >= made && nic.InstanceId is not null ? Value(nic, request.Text("metricType")!, moment) : (double?)null)));
        return null;
    }

    /// <summary>Hardly anything is dropped, and nothing is wrong.</summary>
    private static double Value(SimulatedRow nic, string metric, DateTimeOffset moment) => Math.Round(MetricTime.Share(nic.Id + metric, moment) * metric switch
    {
        "RX_BITS" or "TX_BITS" => Bits,
        "RX_PACKETS" or "TX_PACKETS" => Bits / BitsPerPacket,
        "RX_DROPPED" or "TX_DROPPED" => 0.5,
        _ => 0,
    });
}
