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
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[DiskKind.Kind].Find(request.Text("diskId")) is not { } disk)
        {
            return DiskKind.Kind.NotFound(request.Text("diskId")!);
        }

        if (MetricTime.Read(request, account, out var time) is { } refusal)
        {
            return refusal;
        }

        _ = WireTime.Read(disk.Text("createTime") ?? string.Empty, "createTime", out var made);
        response.WritePoints(time.Moments.Select(moment
            => (moment, moment >= made && disk.InstanceId is not null ? Value(disk, request.Text("metricType")!, moment) : (double?)null)));
        return null;
    }

    /// <summary>A large disk is used more than a small one.</summary>
    private static double Value(SimulatedRow disk, string metric, DateTimeOffset moment)
    {
        var scale = Math.Sqrt(disk.Whole("diskSize") ?? 1);
        return Math.Round(MetricTime.Share(disk.Id + metric, moment) * metric switch
        {
            "DISK_READ_BYTES" => 900 * scale,
            "DISK_WRITE_BYTES" => 400 * scale,
            "DISK_READ_OPS" => 40 * scale,
            "DISK_WRITE_OPS" => 25 * scale,
            _ => Math.Min(90, 3 * scale),
        }, 2);
    }
}
