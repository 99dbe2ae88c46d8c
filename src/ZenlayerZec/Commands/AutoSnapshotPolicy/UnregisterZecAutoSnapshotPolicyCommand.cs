using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Commands.AutoSnapshotPolicy;

/// <content>Where no policy is named, each disk is taken out of its own: the disks of one request are of one policy.</content>
public sealed partial class UnregisterZecAutoSnapshotPolicyCommand
{
    private protected override bool IsGrouped => AutoSnapshotPolicyId is null;

    private protected override string? GroupOf(ZecObject thing) => ((ZecDisk)thing).AutoSnapshotPolicyId;

    private protected override string? ReasonToSkip(ZecObject thing)
        => string.IsNullOrEmpty(((ZecDisk)thing).AutoSnapshotPolicyId) ? "has no snapshot policy" : null;

    private protected override WriteOperation CreateOperation() => DiskOperations.UnregisterAutoSnapshotPolicy(AutoSnapshotPolicyId ?? string.Empty);

    private protected override WriteOperation CreateOperationFor(string group) => DiskOperations.UnregisterAutoSnapshotPolicy(AutoSnapshotPolicyId ?? group);
}
