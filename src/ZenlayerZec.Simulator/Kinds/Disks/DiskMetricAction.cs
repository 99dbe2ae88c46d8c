using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Disks;

/// <summary>
/// DescribeDiskMonitorData: a value for each moment, always the same one for the same disk, metric and moment. Before the disk was made, and
/// while no instance uses it, there is none.
/// </summary>
internal sealed class DiskMetricAction() : SimulatedAction("DescribeDiskMonitorData")
{
    /// <summary>The most that one answer has; the documentation has no number for it.</summary>
    private const int MostPoints = 10_080;

    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[DiskKind.Kind].Find(request.Text("diskId")) is not { } disk)
        {
            return DiskKind.Kind.NotFound(request.Text("diskId")!);
        }

        if ((WireTime.Read(request.Text("startTime")!, "startTime", out var start) ?? WireTime.Read(request.Text("endTime")!, "endTime", out var end)) is { } refusal)
        {
            return refusal;
        }

        var step = request.Whole("step") ?? 5;
        if (step is not (1 or 5))
        {
            return FormRefusals.Value($"step may be 1 or 5, not {step}.");
        }

        _ = WireTime.Read(request.Text("endTime")!, "endTime", out end);
        if (end < start || (end - start).TotalMinutes / step > MostPoints)
        {
            return FormRefusals.Value("endTime is after startTime, and not more than a week of minutes.");
        }

        Write(response, Points(disk, request.Text("metricType")!, start, end < account.Time.Now ? end : account.Time.Now, step).ToArray());
        return null;
    }

    private static IEnumerable<(DateTimeOffset Time, double? Value)> Points(
        SimulatedRow disk, string metric, DateTimeOffset start, DateTimeOffset end, int step)
    {
        _ = WireTime.Read(disk.Text("createTime") ?? string.Empty, "createTime", out var made);
        var seconds = step * 60L;
        for (var moment = (start.ToUnixTimeSeconds() + seconds - 1) / seconds * seconds; moment <= end.ToUnixTimeSeconds(); moment += seconds)
        {
            var time = DateTimeOffset.FromUnixTimeSeconds(moment);
            yield return (time, time >= made && disk.InstanceId is not null ? Value(disk, metric, moment) : null);
        }
    }

    /// <summary>More by day than by night, with some noise; a large disk is used more than a small one.</summary>
    private static double Value(SimulatedRow disk, string metric, long moment)
    {
        var day = 0.6 + (0.4 * Math.Sin(moment % 86_400 / 86_400.0 * 2 * Math.PI));
        var share = day * (0.5 + (Noise(disk.Id + metric + moment) / 2));
        var scale = Math.Sqrt(disk.Whole("diskSize") ?? 1);
        return Math.Round(share * metric switch
        {
            "DISK_READ_BYTES" => 900 * scale,
            "DISK_WRITE_BYTES" => 400 * scale,
            "DISK_READ_OPS" => 40 * scale,
            "DISK_WRITE_OPS" => 25 * scale,
            _ => Math.Min(90, 3 * scale),
        }, 2);
    }

    /// <summary>A number from 0 to 1 that a text always has.</summary>
    private static double Noise(string text)
    {
        var hash = 2_166_136_261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16_777_619u);
        }

        return hash % 1000 / 999.0;
    }

    private static void Write(Utf8JsonWriter response, (DateTimeOffset Time, double? Value)[] points)
    {
        double[] values = [.. points.Select(point => point.Value).OfType<double>()];
        WriteValue(response, "maxValue", values.Length == 0 ? null : values.Max());
        WriteValue(response, "minValue", values.Length == 0 ? null : values.Min());
        WriteValue(response, "avgValue", values.Length == 0 ? null : Math.Round(values.Average(), 2));
        response.WriteObjects("metrics", points, (row, point) =>
        {
            row.WriteString("time", point.Time.ToWire());
            WriteValue(row, "value", point.Value);
        });
    }

    private static void WriteValue(Utf8JsonWriter response, string name, double? value)
    {
        if (value is { } number)
        {
            response.WriteNumber(name, number);
        }
        else
        {
            response.WriteNull(name);
        }
    }
}
