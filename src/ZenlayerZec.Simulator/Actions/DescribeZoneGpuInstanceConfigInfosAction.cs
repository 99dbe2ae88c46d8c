using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Fleet;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeZoneGpuInstanceConfigInfos: the catalogue's sizes with a GPU.</summary>
internal sealed class DescribeZoneGpuInstanceConfigInfosAction()
    : SizesAction<(ZecInstanceType Type, string Capacity)>("DescribeZoneGpuInstanceConfigInfos", Catalogue.GpuTypes, one => one.Type, Write)
{
    private static void Write(Utf8JsonWriter row, (ZecInstanceType Type, string Capacity) one)
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
    }
}
