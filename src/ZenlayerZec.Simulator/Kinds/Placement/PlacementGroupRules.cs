using System.Text.RegularExpressions;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Placement;

/// <summary>What the API demands of placement groups, and of instances that enter them.</summary>
internal static class PlacementGroupRules
{
    public const int LeastPartitions = 2;
    private const int MostPartitions = 5;

    private static readonly Regex Name = new(@"^[A-Za-z0-9][A-Za-z0-9 ./-]*[A-Za-z0-9]\z", RegexOptions.CultureInvariant);

    /// <summary>Why a group cannot be what it is to be; null where it can, or where nothing is named.</summary>
    public static ServiceRefusal? Refuse(string? name, int partitions, int? affinity)
    {
        if (name is not null && !Name.IsMatch(name))
        {
            return FormRefusals.Pattern("name begins and ends with a letter or a digit, and may have letters, digits, spaces, hyphens, slashes and periods.");
        }

        return partitions is < LeastPartitions or > MostPartitions
            ? FormRefusals.Value($"partitionNum is from {LeastPartitions} to {MostPartitions}, not {partitions}.")
            : affinity is { } most && (most < 1 || most > partitions / 2)
                ? FormRefusals.Value($"affinity is from 1 to {partitions / 2}, not {most}.")
                : null;
    }

    /// <summary>Why a group cannot be changed as is asked.</summary>
    public static ServiceRefusal? RefuseChange(RowRequest call, SimulatedRow group)
    {
        var partitions = call.Body.Whole("partitionNum") ?? group.Whole("partitionNum")!.Value;
        return partitions < group.Whole("partitionNum")
            ? FormRefusals.Value($"partitionNum of {group.Id} is {group.Whole("partitionNum")}, and cannot become less.")
            : Refuse(call.Body.Text("name"), partitions, call.Body.Whole("affinity"));
    }

    /// <summary>The group that an instance is to enter; null where it is to leave its own.</summary>
    public static string? GroupOf(InstanceRequest call) => call.Body.Text("placementGroupId") is { Length: > 0 } id ? id : null;

    /// <summary>Why an instance cannot enter a group.</summary>
    public static ServiceRefusal? RefuseInstance(InstanceRequest call)
    {
        if (GroupOf(call) is not { } id || call.Instance.Instance.PlacementGroupId == id)
        {
            return null;
        }

        return call.Account[PlacementGroupKind.Kind].Find(id) is not { } group ? PlacementGroupKind.Kind.NotFound(id)
            : group.Text("zoneId") != call.Instance.Instance.ZoneId
                ? FormRefusals.Value($"The placement group {id} is in {group.Text("zoneId")}, and the instance {call.Instance.Id} is not.")
                : PlacementGroupKind.InstancesOf(group, call.Account).Count() >= group.Whole("partitionNum")
                    ? FormRefusals.TooGreat($"The placement group {id} has an instance in each of its {group.Whole("partitionNum")} partitions.")
                    : null;
    }
}
