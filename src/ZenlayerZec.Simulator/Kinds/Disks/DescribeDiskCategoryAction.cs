using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Disks;

/// <summary>DescribeDiskCategory: the categories that each zone has; every zone has them all.</summary>
internal sealed class DescribeDiskCategoryAction() : SimulatedAction("DescribeDiskCategory")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var categories = Catalogue.DiskCategories.Where(category => Same(request.Text("diskCategory"), category)).ToArray();
        var zones = Catalogue.Zones.Where(zone => Same(request.Text("zoneId"), zone.ZoneId) && categories.Length > 0);
        response.WriteObjects("categoryZoneSet", zones, (row, zone) =>
        {
            row.WriteString("zoneId", zone.ZoneId);
            row.WriteTexts("categorySet", categories);
        });
        return null;
    }
}
