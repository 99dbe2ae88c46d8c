using System.Text.Json;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeInstancesStatus: the states of the instances that match, a page of them.</summary>
internal sealed class DescribeInstancesStatusAction() : PagedAction("DescribeInstancesStatus")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        var among = fleet.Among(request.Texts("instanceIds"));
        var group = request.Text("resourceGroupId");
        var rows = string.IsNullOrEmpty(group) ? among : [.. among.Where(row => row.Instance.ResourceGroupId == group)];
        WritePage(response, rows, request, options, row =>
        {
            response.WriteStartObject();
            response.WriteString("instanceId", row.Id);
            response.WriteString("instanceStatus", row.Status);
            response.WriteEndObject();
        });
        return null;
    }
}
