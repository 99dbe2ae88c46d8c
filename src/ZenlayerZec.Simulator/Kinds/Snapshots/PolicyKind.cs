using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Snapshots;

/// <summary>Schedules of snapshots. They make none here.</summary>
internal static class PolicyKind
{
    private static readonly Regex Name = new(@"^[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]\z", RegexOptions.CultureInvariant);

    public static SimulatedKind Kind { get; } = new("AutoSnapshotPolicy", "DescribeAutoSnapshotPolicies", "autoSnapshotPolicyId")
    {
        Words = "snapshot schedule",
        NameField = "autoSnapshotPolicyName",
        NotFoundCode = "INVALID_AUTO_SNAPSHOT_POLICY_NOT_FOUND",
        Computed = new Dictionary<string, RowValue>
        {
            ["diskNum"] = (row, account) => DisksOf(row, account).Count(),
            ["diskIdSet"] = (row, account) => new JsonArray([.. DisksOf(row, account).Select(disk => (JsonNode)disk.Id)]),
        },
    };

    /// <summary>The disks of a schedule.</summary>
    public static IEnumerable<SimulatedRow> DisksOf(SimulatedRow policy, SimulatedAccount account)
        => account[DiskKind.Kind].Rows.Where(disk => disk.Text("autoSnapshotPolicyId") == policy.Id);

    /// <summary>Why a schedule cannot be what it is to be; null where it can, or where nothing is named.</summary>
    public static ServiceRefusal? Refuse(string? name, int? retentionDays, IEnumerable<int> weekDays, IEnumerable<int> hours)
    {
        if (name is not null && !Name.IsMatch(name))
        {
            return FormRefusals.Pattern(
                "autoSnapshotPolicyName begins and ends with a letter or a digit, and may have letters, digits, hyphens, underscores and periods.");
        }

        return retentionDays is { } days and not -1 and (< 1 or > 65_535)
            ? FormRefusals.Value($"retentionDays is -1, or from 1 to 65535, not {days}.")
            : Outside("repeatWeekDays", weekDays, 1, 7) ?? Outside("hours", hours, 0, 23);
    }

    private static ServiceRefusal? Outside(string parameter, IEnumerable<int> numbers, int least, int most)
        => numbers.Where(number => number < least || number > most).Select(number => (int?)number).FirstOrDefault() is { } wrong
            ? FormRefusals.Value($"{parameter} has numbers from {least} to {most}, not {wrong}.")
            : null;
}
