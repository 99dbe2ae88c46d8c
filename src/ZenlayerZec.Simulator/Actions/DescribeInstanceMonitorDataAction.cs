using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// DescribeInstanceMonitorData: a value for each moment, always the same one for the same instance, metric and moment. An instance that does not run
/// has none, nor has one without a GPU of what a GPU does; one in five idles.
/// </summary>
internal sealed class DescribeInstanceMonitorDataAction() : SimulatedAction("DescribeInstanceMonitorData")
{
    private const double Bits = 40_000_000;
    private const double BitsPerPacket = 6_000;

    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account.Fleet.Find(request.Text("instanceId"))?.Instance is not { } instance)
        {
            return Refusals.NoInstance(request.Text("instanceId")!);
        }

        if (MetricTime.Read(request, account, out var time) is { } refusal)
        {
            return refusal;
        }

        var metric = request.Text("metricType")!;
        var isMeasured = instance.Status == InstanceStatus.Running && (instance.InstanceType is null || !metric.StartsWith("GPU_", StringComparison.Ordinal));
        response.WritePoints(time.Moments.Select(moment => (moment, isMeasured && moment >= instance.CreateTime ? Value(instance, metric, moment) : (double?)null)));
        return null;
    }

    private static double Value(ZecInstance instance, string metric, DateTimeOffset moment)
    {
        var idles = (instance.InstanceId[instance.InstanceId.Length - 1] - '0') % 5 == 3;
        var use = MetricTime.Share(instance.InstanceId + metric, moment) * (idles ? 0.02 : 1);
        return Math.Round(metric switch
        {
            "RX_BITS" or "TX_BITS" => use * Bits,
            "RX_PACKETS" or "TX_PACKETS" => use * Bits / BitsPerPacket,
            "RX_DROPPED" or "TX_DROPPED" or "RX_ERRORS" or "TX_ERRORS" => 0,
            "LOAD1" or "LOAD5" or "LOAD15" => use * (instance.Cpu ?? 1),
            "TCP_ESTABLISHED" => Math.Round(use * 200),
            "UPTIME" => (moment - (instance.CreateTime ?? moment)).TotalSeconds,
            "PROC_CPU_IDLE" => 100 - (use * 70),
            "GPU_TEMPERATURE" => 35 + (use * 40),
            _ when metric.StartsWith("SWAP_", StringComparison.Ordinal) || metric.StartsWith("KSWAPD_", StringComparison.Ordinal) => 0,
            _ when metric.EndsWith("_AVG60", StringComparison.Ordinal) => use * 2,
            _ => use * 70,
        }, 2);
    }
}
