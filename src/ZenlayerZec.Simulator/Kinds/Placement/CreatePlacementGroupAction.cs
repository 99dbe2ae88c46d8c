using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Placement;

/// <summary>CreatePlacementGroup: a new group, without instances. How many partitions it has where nobody says is not documented.</summary>
internal sealed class CreatePlacementGroupAction() : SimulatedAction("CreatePlacementGroup")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var (zoneId, name, groupId) = (request.Text("zoneId")!, request.Text("name")!, request.Text("resourceGroupId"));
        var (partitions, affinity) = (request.Whole("partitionNum") ?? PlacementGroupRules.LeastPartitions, request.Whole("affinity"));
        if (Catalogue.FindZone(zoneId) is null)
        {
            return Refusals.NoZone(zoneId);
        }

        if (Groups.Find(groupId) is null)
        {
            return Refusals.NoResourceGroup(groupId!);
        }

        if (PlacementGroupRules.Refuse(name, partitions, affinity) is { } refusal)
        {
            return refusal;
        }

        var group = PlacementGroupKind.New(
            Numbering.PlacementGroupId(account.TakeNumber()), zoneId, name, partitions, affinity, groupId, account.Time.Now, request.Part("tags")?.Pairs("tags"));
        account[PlacementGroupKind.Kind].Add(group);
        account.CarriedOut.Add(Name, group.Id);
        response.WriteString("placementGroupId", group.Id);
        return null;
    }
}
