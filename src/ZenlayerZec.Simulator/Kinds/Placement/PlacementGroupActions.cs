using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Kinds.Placement;

/// <summary>What can be done to placement groups.</summary>
internal static class PlacementGroupActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new CreatePlacementGroupAction(),
        new RowAction("ModifyPlacementGroupAttributes", PlacementGroupKind.Kind, "placementGroupId")
        {
            Deny = PlacementGroupRules.RefuseChange,
            CarryOut = Modify,
        },
        new RowAction("DeletePlacementGroups", PlacementGroupKind.Kind, "placementGroupIds")
        {
            FailedField = "failedPlacementGroupIds",
            DoesTheRest = true,
            CarryOut = (call, group) =>
            {
                foreach (var instance in PlacementGroupKind.InstancesOf(group, call.Account))
                {
                    instance.Change(machine => machine.PlacementGroupId = null);
                }

                call.Account.Remove(group);
            },
        },
    ];

    private static void Modify(RowRequest call, SimulatedRow group)
    {
        group["name"] = call.Body.Text("name") ?? group.Text("name");
        group["partitionNum"] = call.Body.Whole("partitionNum") ?? group.Whole("partitionNum");
        group["affinity"] = call.Body.Whole("affinity") ?? group.Whole("affinity");
    }
}
