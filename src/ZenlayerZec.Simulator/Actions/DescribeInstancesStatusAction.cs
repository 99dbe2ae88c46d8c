using System.Text.Json;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeInstancesStatus: the states of the instances that match, a page of them.</summary>
internal sealed class DescribeInstancesStatusAction() : PagedAction("DescribeInstancesStatus")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var among = account.Fleet.Among(request.Texts("instanceIds"));
        var group = request.Text("resourceGroupId");
        var rows = string.IsNullOrEmpty(group) ? among : [.. among.Where(row => row.Instance.ResourceGroupId == group)];
        WritePage(response, rows, request, account.Options, row =>
        {
            response.WriteStartObject();
            response.WriteString("instanceId", row.Id);
            response.WriteString("instanceStatus", row.Status);
            response.WriteEndObject();
        });
        return null;
    }
}
