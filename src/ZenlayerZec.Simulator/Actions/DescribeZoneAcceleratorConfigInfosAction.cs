using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Fleet;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeZoneAcceleratorConfigInfos: the catalogue's sizes with an accelerator.</summary>
internal sealed class DescribeZoneAcceleratorConfigInfosAction()
    : SizesAction<(ZecInstanceType Type, int Capacity, double Price)>("DescribeZoneAcceleratorConfigInfos", Catalogue.AcceleratorTypes, one => one.Type, Write)
{
    private static void Write(Utf8JsonWriter row, (ZecInstanceType Type, int Capacity, double Price) one)
    {
        row.WriteString("zoneId", one.Type.ZoneId);
        row.WriteString("instanceType", one.Type.InstanceType);
        row.WriteString("acceleratorType", one.Type.AcceleratorType);
        row.WriteNumber("cpuCount", one.Type.CpuCount);
        row.WriteNumber("memory", one.Type.MemoryGiB);
        row.WriteNumber("acceleratorAmount", one.Type.AcceleratorCount);
        row.WriteString("instanceTypeName", one.Type.InstanceTypeName);
        row.WriteNumber("bps", one.Type.BitsPerSecond);
        row.WriteNumber("pps", one.Type.PacketsPerSecond);
        row.WriteNumber("inventoryCapacity", one.Capacity);
        row.WriteNumber("price", one.Price);
    }
}
