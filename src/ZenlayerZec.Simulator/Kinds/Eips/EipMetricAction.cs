using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>DescribeEipMonitorData: what came, what went and what was dropped, at each moment and together.</summary>
internal sealed class EipMetricAction() : SimulatedAction("DescribeEipMonitorData")
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

        var metric = request.Text("metricType")!;
        var points = time.Moments.Select(moment => (
            Time: moment,
            In: EipUse.Value(eip, metric, isIn: true, moment),
            Out: EipUse.Value(eip, metric, isIn: false, moment),
            LoseIn: EipUse.Dropped(eip, metric, isIn: true, moment),
            LoseOut: EipUse.Dropped(eip, metric, isIn: false, moment))).ToArray();
        Sum(response, "in", points.Select(point => point.In), hasAverage: true);
        Sum(response, "out", points.Select(point => point.Out), hasAverage: true);
        Sum(response, "loseIn", points.Select(point => point.LoseIn), hasAverage: false);
        Sum(response, "loseOut", points.Select(point => point.LoseOut), hasAverage: false);
        response.WriteObjects("dataList", points, (row, point) =>
        {
            row.WriteString("time", point.Time.ToWire());
            row.WriteValue("inValue", point.In);
            row.WriteValue("outValue", point.Out);
            row.WriteValue("loseIn", point.LoseIn);
            row.WriteValue("loseOut", point.LoseOut);
        });
        return null;
    }

    private static void Sum(Utf8JsonWriter response, string name, IEnumerable<double?> all, bool hasAverage)
    {
        double[] values = [.. all.OfType<double>()];
        response.WriteValue($"{name}MaxValue", values.Length == 0 ? null : values.Max());
        response.WriteValue($"{name}MinValue", values.Length == 0 ? null : values.Min());
        response.WriteValue($"{name}TotalValue", values.Length == 0 ? null : values.Sum());
        if (hasAverage)
        {
            response.WriteValue($"{name}AvgValue", values.Length == 0 ? null : Math.Round(values.Average(), 2));
        }
    }
}
