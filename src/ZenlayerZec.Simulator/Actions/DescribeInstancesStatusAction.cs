using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeInstancesStatus: the states of the instances that match, a page of them.</summary>
internal sealed class DescribeInstancesStatusAction()
    : PagedAction<DescribeInstancesStatusRequest, DescribeInstancesStatusResponse>(ZecActions.DescribeInstancesStatus)
{
    protected override ServiceRefusal? Run(
        DescribeInstancesStatusRequest request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        var refusal = CheckPage(request.PageSize, request.PageNum)
            ?? Refusals.TooMany("instanceIds", request.InstanceIds?.Count, DescribeInstancesStatusRequest.MaximumInstanceIds);
        if (refusal is not null)
        {
            return refusal;
        }

        var rows = string.IsNullOrEmpty(request.ResourceGroupId)
            ? fleet.Among(request.InstanceIds)
            : [.. fleet.Among(request.InstanceIds).Where(row => row.Instance.ResourceGroupId == request.ResourceGroupId)];
        WritePage(response, rows, request.PageSize, request.PageNum, options, row =>
        {
            response.WriteStartObject();
            response.WriteString("instanceId", row.Id);
            response.WriteString("instanceStatus", row.Status);
            response.WriteEndObject();
        });
        return null;
    }
}
