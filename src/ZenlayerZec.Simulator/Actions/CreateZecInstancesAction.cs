using System.Globalization;
using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>CreateZecInstances: new instances, over DEPLOYING to RUNNING or CREATE_FAILED.</summary>
internal sealed class CreateZecInstancesAction() : SimulatedAction("CreateZecInstances")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        if (OrderCheck.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var order = new InstanceOrder(request, fleet);
        var made = Enumerable.Range(0, request.Whole("instanceCount") ?? 1).Select(order.Make).ToArray();
        foreach (var machine in made)
        {
            var end = fleet.OrderedCount < options.CreateFailureCount ? InstanceStatus.CreateFailed : InstanceStatus.Running;
            fleet.AddOrdered(Name, machine, options.TransitionTime, end);
        }

        response.WriteString("orderNumber", string.Format(CultureInfo.InvariantCulture, "ZEC{0:D10}", fleet.OrderedCount));
        response.WriteTexts("instanceIdSet", made.Select(machine => machine.InstanceId));
        response.WriteObjects("instances", made.Where(machine => machine.DataDisks.Count > 0), (disks, machine) =>
        {
            disks.WriteString("instanceId", machine.InstanceId);
            disks.WriteTexts("diskIdSet", machine.DataDisks.Select(disk => disk.DiskId!));
        });
        return null;
    }
}
