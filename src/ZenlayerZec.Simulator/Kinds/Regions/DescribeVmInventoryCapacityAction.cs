using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Regions;

/// <summary>DescribeVmInventoryCapacity: how many more instances each region has room for, by the sizes that its zones offer.</summary>
internal sealed class DescribeVmInventoryCapacityAction() : SimulatedAction("DescribeVmInventoryCapacity")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var wanted = request.Texts("regionIds");
        response.WriteString("remark", "NORMAL is enough for 10 instances.");
        response.WriteObjects("dataSet", Catalogue.Zones.Where(zone => wanted.Count == 0 || wanted.Contains(zone.RegionId!)), (row, zone) =>
        {
            row.WriteString("regionId", zone.RegionId);
            row.WriteString("capacity", "SUFFICIENT");
            row.WriteObjects("instanceTypes", Sizes(zone.ZoneId), (size, one) =>
            {
                size.WriteString("instanceType", one.InstanceType);
                if (one.GpuSpec is not null)
                {
                    size.WriteString("gpuSpec", one.GpuSpec);
                }

                size.WriteString("capacity", one.Capacity);
            });
        });
        return null;
    }

    private static IEnumerable<(string InstanceType, string? GpuSpec, string Capacity)> Sizes(string zoneId)
        => Catalogue.InstanceTypes.Where(type => type.ZoneId == zoneId).Select(type => (type.InstanceType, (string?)null, type.WithStock == true ? "NORMAL" : "LIMITED"))
            .Concat(Catalogue.GpuTypes.Where(one => one.Type.ZoneId == zoneId).Select(one => (one.Type.InstanceType, (string?)"NVIDIA L4", one.Capacity)));
}
