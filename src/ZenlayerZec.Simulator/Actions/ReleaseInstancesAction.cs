using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>ReleaseInstances: what cannot be released is listed, and the rest is released.</summary>
internal sealed class ReleaseInstancesAction : SimulatedAction
{
    public override ServiceRefusal? Run(byte[] body, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        if (Read(body, ZecJsonContext.Default.ReleaseInstancesRequest, out var request) is { } malformed)
        {
            return malformed;
        }

        var ids = request!.InstanceIds ?? [];
        if (ids.Count == 0)
        {
            return new ServiceRefusal(400, "MISSING_PARAMETER", "instanceIds is missing.");
        }

        if (TooMany("instanceIds", ids.Count, ReleaseInstancesRequest.MaximumInstanceIds) is { } tooMany)
        {
            return tooMany;
        }

        if (options.RejectsUnknownInstances && ids.FirstOrDefault(id => fleet.Find(id) is null) is { } unknown)
        {
            return new ServiceRefusal(404, "INVALID_INSTANCE_NOT_FOUND", $"The instance {unknown} was not found.");
        }

        var failed = ids.Where(id => fleet.Find(id) is not { } instance || !fleet.Release(instance)).ToArray();
        if (failed.Length > 0)
        {
            response.WriteStartArray("instanceIds");
            foreach (var id in failed)
            {
                response.WriteStringValue(id);
            }

            response.WriteEndArray();
        }

        return null;
    }
}
