using System.Text.Json;

namespace ZenlayerZec.Simulator.Answers;

/// <summary>What was measured, as the service writes it: each value, and the least, the average and the greatest of them.</summary>
internal static class MetricJson
{
    public static void WritePoints(this Utf8JsonWriter answer, IEnumerable<(DateTimeOffset Time, double? Value)> points)
    {
        (DateTimeOffset Time, double? Value)[] all = [.. points];
        double[] values = [.. all.Select(point => point.Value).OfType<double>()];
        answer.WriteValue("maxValue", values.Length == 0 ? null : values.Max());
        answer.WriteValue("minValue", values.Length == 0 ? null : values.Min());
        answer.WriteValue("avgValue", values.Length == 0 ? null : Math.Round(values.Average(), 2));
        answer.WriteObjects("metrics", all, (row, point) =>
        {
            row.WriteString("time", point.Time.ToWire());
            row.WriteValue("value", point.Value);
        });
    }
}
