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
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (OrderCheck.Refuse(request, account) is { } refusal)
        {
            return refusal;
        }

        var order = new InstanceOrder(request, account);
        var made = Enumerable.Range(0, request.Whole("instanceCount") ?? 1).Select(order.Make).ToArray();
        foreach (var machine in made)
        {
            var end = account.Fleet.OrderedCount < account.Options.CreateFailureCount ? InstanceStatus.CreateFailed : InstanceStatus.Running;
            account.Fleet.AddOrdered(Name, machine, account.Options.TransitionTime, end);
        }

        response.WriteString("orderNumber", string.Format(CultureInfo.InvariantCulture, "ZEC{0:D10}", account.Fleet.OrderedCount));
        response.WriteTexts("instanceIdSet", made.Select(machine => machine.InstanceId));
        response.WriteObjects("instances", made.Where(machine => machine.DataDisks.Count > 0), (disks, machine) =>
        {
            disks.WriteString("instanceId", machine.InstanceId);
            disks.WriteTexts("diskIdSet", machine.DataDisks.Select(disk => disk.DiskId!));
        });
        return null;
    }
}
