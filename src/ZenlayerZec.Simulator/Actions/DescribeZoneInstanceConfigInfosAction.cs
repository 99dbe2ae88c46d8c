using System.Text.Json;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeZoneInstanceConfigInfos: the catalogue's sizes.</summary>
internal sealed class DescribeZoneInstanceConfigInfosAction() : SimulatedAction("DescribeZoneInstanceConfigInfos")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var (zoneId, instanceType) = (request.Text("zoneId"), request.Text("instanceType"));
        response.WriteObjects(
            "instanceTypeQuotaSet",
            Catalogue.InstanceTypes.Where(type => Same(zoneId, type.ZoneId) && Same(instanceType, type.InstanceType)),
            OfferJson.WriteInstanceType);
        return null;
    }
}
