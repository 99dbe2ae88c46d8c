using System.Text.Json;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// ModifyInstancesAttribute: gives every instance the name, or none where one of them is not there. It has no list of failed IDs, so
/// the instances that refuse everything else take their name.
/// </summary>
internal sealed class ModifyInstancesAttributeAction() : SimulatedAction("ModifyInstancesAttribute")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var (ids, name) = (request.Texts("instanceIds"), request.Text("instanceName")!);
        if (Refusals.InstanceName(name) is { } refusal)
        {
            return refusal;
        }

        if (ids.FirstOrDefault(id => account.Fleet.Find(id) is null) is { } unknown)
        {
            return Refusals.NoInstance(unknown);
        }

        foreach (var instance in account.Fleet.Among(ids))
        {
            instance.Change(machine => machine.InstanceName = name);
            account.Fleet.CountCarriedOut(Name, instance.Id);
        }

        return null;
    }
}
