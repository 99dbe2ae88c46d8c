using System.Globalization;
using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>CreateZecInstances: new instances, over DEPLOYING to RUNNING or CREATE_FAILED.</summary>
internal sealed class CreateZecInstancesAction()
    : SimulatedAction<CreateZecInstancesRequest, CreateZecInstancesResponse>(ZecActions.CreateZecInstances)
{
    protected override ServiceRefusal? Run(
        CreateZecInstancesRequest request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        if (OrderCheck.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var order = new InstanceOrder(request, fleet);
        var made = Enumerable.Range(0, request.InstanceCount ?? 1).Select(order.Make).ToArray();
        foreach (var machine in made)
        {
            var end = fleet.OrderedCount < options.CreateFailureCount ? InstanceStatus.CreateFailed : InstanceStatus.Running;
            fleet.AddOrdered(Name, machine, options.TransitionTime, end);
        }

        response.WriteString("orderNumber", string.Format(CultureInfo.InvariantCulture, "ZEC{0:D10}", fleet.OrderedCount));
        WriteArray(response, "instanceIdSet", made.Select(machine => machine.InstanceId));
        response.WriteStartArray("instances");
        foreach (var machine in made.Where(machine => machine.DataDisks.Count > 0))
        {
            response.WriteStartObject();
            response.WriteString("instanceId", machine.InstanceId);
            WriteArray(response, "diskIdSet", machine.DataDisks.Select(disk => disk.DiskId!));
            response.WriteEndObject();
        }

        response.WriteEndArray();
        return null;
    }
}
