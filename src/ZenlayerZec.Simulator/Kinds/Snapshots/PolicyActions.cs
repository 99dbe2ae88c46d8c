using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Snapshots;

/// <summary>What can be done to schedules of snapshots, and to disks by them.</summary>
internal static class PolicyActions
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new CreatePolicyAction(),
        new RowAction("ModifyAutoSnapshotPolicy", PolicyKind.Kind, "autoSnapshotPolicyId")
        {
            Deny = (call, _) => PolicyKind.Refuse(
                call.Body.Text("autoSnapshotPolicyName"), call.Body.Whole("retentionDays"), call.Body.Wholes("repeatWeekDays"), call.Body.Wholes("hours")),
            CarryOut = Modify,
        },
        new RowAction("DeleteAutoSnapshotPolicies", PolicyKind.Kind, "autoSnapshotPolicyIds")
        {
            CarryOut = (call, policy) =>
            {
                foreach (var disk in PolicyKind.DisksOf(policy, call.Account))
                {
                    disk["autoSnapshotPolicyId"] = null;
                }

                call.Account.Remove(policy);
            },
        },
        new RowAction("ApplyAutoSnapshotPolicy", DiskKind.Kind, "diskIds")
        {
            Deny = (call, disk) => disk.Text("autoSnapshotPolicyId") is { } other && other != PolicyId(call)
                ? new ServiceRefusal(400, "INVALID_DISK_AUTO_SNAPSHOT_POLICY_EXIST", $"The disk {disk.Id} is in the snapshot schedule {other}.")
                : null,
            DenyTogether = (call, _) => RefuseUnknown(call),
            CarryOut = (call, disk) => disk["autoSnapshotPolicyId"] = PolicyId(call),
        },
        new RowAction("CancelAutoSnapshotPolicy", DiskKind.Kind, "diskIds")
        {
            // What is not in the schedule is no error.
            PassesOverUnknown = true,
            DenyTogether = (call, _) => RefuseUnknown(call),
            CarryOut = (call, disk) =>
            {
                if (disk.Text("autoSnapshotPolicyId") == PolicyId(call))
                {
                    disk["autoSnapshotPolicyId"] = null;
                }
            },
        },
    ];

    private static string PolicyId(RowRequest call) => call.Body.Text("autoSnapshotPolicyId")!;

    private static ServiceRefusal? RefuseUnknown(RowRequest call)
        => call.Account[PolicyKind.Kind].Find(PolicyId(call)) is null ? PolicyKind.Kind.NotFound(PolicyId(call)) : null;

    private static void Modify(RowRequest call, SimulatedRow policy)
    {
        policy["autoSnapshotPolicyName"] = call.Body.Text("autoSnapshotPolicyName") ?? policy.Text("autoSnapshotPolicyName");
        policy["retentionDays"] = call.Body.Whole("retentionDays") ?? policy.Whole("retentionDays");
        foreach (var list in new[] { "repeatWeekDays", "hours" })
        {
            if (call.Body.Wholes(list) is { Count: > 0 } numbers)
            {
                policy[list] = CreatePolicyAction.Numbers(numbers);
            }
        }
    }
}
