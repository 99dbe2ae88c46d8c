using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>An action that lists sizes of the catalogue: all of them, or those of a zone or of an instance type.</summary>
/// <param name="action">The name of the action.</param>
/// <param name="sizes">The sizes.</param>
/// <param name="typeOf">The instance type of a size.</param>
/// <param name="write">Writes a size.</param>
internal abstract class SizesAction<T>(string action, IReadOnlyList<T> sizes, Func<T, ZecInstanceType> typeOf, Action<Utf8JsonWriter, T> write)
    : SimulatedAction(action)
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var (zoneId, instanceType) = (request.Text("zoneId"), request.Text("instanceType"));
        response.WriteObjects(
            "instanceTypeQuotaSet",
            sizes.Where(size => Same(zoneId, typeOf(size).ZoneId) && Same(instanceType, typeOf(size).InstanceType)),
            write);
        return null;
    }
}
