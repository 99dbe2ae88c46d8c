using System.Text.Json;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// ModifyInstancesAttribute: gives every instance the name, or none where one of them is not there. It has no list of failed IDs, so
/// the instances that refuse everything else take their name.
/// </summary>
internal sealed class ModifyInstancesAttributeAction() : SimulatedAction("ModifyInstancesAttribute")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        var (ids, name) = (request.Texts("instanceIds"), request.Text("instanceName")!);
        if (Refusals.InstanceName(name) is { } refusal)
        {
            return refusal;
        }

        if (ids.FirstOrDefault(id => fleet.Find(id) is null) is { } unknown)
        {
            return Refusals.NoInstance(unknown);
        }

        foreach (var instance in fleet.Among(ids))
        {
            instance.Change(machine => machine.InstanceName = name);
            fleet.CountCarriedOut(Name, instance.Id);
        }

        return null;
    }
}
