using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeZoneInstanceConfigInfos: the catalogue's sizes.</summary>
internal sealed class DescribeZoneInstanceConfigInfosAction()
    : SimulatedAction<DescribeZoneInstanceConfigInfosRequest, DescribeZoneInstanceConfigInfosResponse>(ZecActions.DescribeZoneInstanceConfigInfos)
{
    protected override ServiceRefusal? Run(
        DescribeZoneInstanceConfigInfosRequest request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        var types = Catalogue.InstanceTypes.Where(type => Same(request.ZoneId, type.ZoneId) && Same(request.InstanceType, type.InstanceType));
        WriteArray(response, "instanceTypeQuotaSet", types, ZecJsonContext.Default.ZecInstanceType);
        return null;
    }
}
