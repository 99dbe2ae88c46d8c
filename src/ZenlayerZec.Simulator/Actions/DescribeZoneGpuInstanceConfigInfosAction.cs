using System.Text.Json;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeZoneGpuInstanceConfigInfos: the catalogue's sizes with a GPU.</summary>
internal sealed class DescribeZoneGpuInstanceConfigInfosAction() : SimulatedAction("DescribeZoneGpuInstanceConfigInfos")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var (zoneId, instanceType) = (request.Text("zoneId"), request.Text("instanceType"));
        response.WriteObjects(
            "instanceTypeQuotaSet",
            Catalogue.GpuTypes.Where(one => Same(zoneId, one.Type.ZoneId) && Same(instanceType, one.Type.InstanceType)),
            (row, one) =>
            {
                row.WriteString("zoneId", one.Type.ZoneId);
                row.WriteString("instanceType", one.Type.InstanceType);
                row.WriteNumber("cpuCount", one.Type.CpuCount);
                row.WriteNumber("memory", one.Type.MemoryGiB);
                row.WriteNumber("gpuAmount", one.Type.GpuCount);
                row.WriteString("instanceTypeName", one.Type.InstanceTypeName);
                row.WriteNumber("bps", one.Type.BitsPerSecond);
                row.WriteNumber("pps", one.Type.PacketsPerSecond);
                row.WriteString("inventoryCapacity", one.Capacity);
            });
        return null;
    }
}
