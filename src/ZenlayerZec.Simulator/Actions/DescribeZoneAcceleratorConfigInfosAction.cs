using System.Text.Json;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeZoneAcceleratorConfigInfos: the catalogue's sizes with an accelerator.</summary>
internal sealed class DescribeZoneAcceleratorConfigInfosAction() : SimulatedAction("DescribeZoneAcceleratorConfigInfos")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var (zoneId, instanceType) = (request.Text("zoneId"), request.Text("instanceType"));
        response.WriteObjects(
            "instanceTypeQuotaSet",
            Catalogue.AcceleratorTypes.Where(one => Same(zoneId, one.Type.ZoneId) && Same(instanceType, one.Type.InstanceType)),
            (row, one) =>
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
            });
        return null;
    }
}
