using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>
/// ModifyInstancesAttribute: gives every instance the name, or none where one of them is not there. It has no list of failed IDs, so
/// the instances that refuse everything else take their name.
/// </summary>
internal sealed class ModifyInstancesAttributeAction()
    : SimulatedAction<ModifyInstancesAttributeRequest, ModifyInstancesAttributeResponse>(ZecActions.ModifyInstancesAttribute)
{
    protected override ServiceRefusal? Run(
        ModifyInstancesAttributeRequest request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        if (Check(request, fleet) is { } refusal)
        {
            return refusal;
        }

        foreach (var instance in fleet.Among(request.InstanceIds))
        {
            instance.Change(machine => machine.InstanceName = request.InstanceName);
            fleet.CountCarriedOut(Name, instance.Id);
        }

        return null;
    }

    private static ServiceRefusal? Check(ModifyInstancesAttributeRequest request, SimulatedFleet fleet)
    {
        if (request.InstanceIds is not { Count: > 0 } ids)
        {
            return Refusals.Missing("instanceIds");
        }

        if (string.IsNullOrEmpty(request.InstanceName))
        {
            return Refusals.Missing("instanceName");
        }

        return Refusals.TooMany("instanceIds", ids.Count, ModifyInstancesAttributeRequest.MaximumInstanceIds)
            ?? Refusals.InstanceName(request.InstanceName!, 1, 64)
            ?? (ids.FirstOrDefault(id => fleet.Find(id) is null) is { } unknown ? Refusals.NoInstance(unknown) : null);
    }
}
