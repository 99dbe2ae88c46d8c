using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>DescribeEipTraffic: bits per second in both directions, with the 95th percentile of each.</summary>
internal sealed class EipTrafficAction() : SimulatedAction("DescribeEipTraffic")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[NetworkKinds.Eip].Find(request.Text("eipId")) is not { } eip)
        {
            return NetworkKinds.Eip.NotFound(request.Text("eipId")!);
        }

        if (MetricTime.Read(request, account, out var time) is { } refusal)
        {
            return refusal;
        }

        var isOther = request.Text("wanIp") is { Length: > 0 } address && !NetworkKinds.Addresses(eip).Contains(address);
        var points = time.Moments.Select(moment => (
            Time: moment,
            In: isOther ? null : (long?)EipUse.Bits(eip, isIn: true, moment),
            Out: isOther ? null : (long?)EipUse.Bits(eip, isIn: false, moment))).ToArray();
        response.WriteObjects("dataList", points, (row, point) =>
        {
            row.WriteNumber("internetRX", point.In);
            row.WriteNumber("internetTX", point.Out);
            row.WriteString("time", point.Time.ToWire());
        });
        Sum(response, "in", points.Select(point => point.In), time.Step);
        Sum(response, "out", points.Select(point => point.Out), time.Step);
        return null;
    }

    private static void Sum(Utf8JsonWriter response, string name, IEnumerable<long?> all, int step)
    {
        long[] values = [.. all.OfType<long>().OrderBy(value => value)];
        response.WriteNumber($"{name}95", values.Length == 0 ? null : values[(int)((values.Length - 1) * 0.95)]);
        response.WriteNumber($"{name}Avg", values.Length == 0 ? null : (long)values.Average());
        response.WriteNumber($"{name}Max", values.Length == 0 ? null : values[values.Length - 1]);
        response.WriteNumber($"{name}Min", values.Length == 0 ? null : values[0]);
        response.WriteNumber($"{name}Total", values.Length == 0 ? null : values.Sum() * step * 60);
    }
}
