using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.AutoSnapshotPolicy;

/// <summary>
/// <para type="synopsis">Takes disks out of snapshot policies.</para>
/// <para type="description">The snapshots that were made stay, and go on costing. The disks of one request are of one policy.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Unregister, "ZecAutoSnapshotPolicy", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Unregister-ZecAutoSnapshotPolicy.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecDisk))]
public sealed class UnregisterZecAutoSnapshotPolicyCommand : WriteCmdlet
{
    /// <summary><para type="description">The IDs of the disks.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(DiskIdCompleter))]
    [IdOf(typeof(ZecDisk), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecDisk))]
    public string[] DiskId { get; set; } = [];

    /// <summary><para type="description">The disks, as Get-ZecDisk returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(DiskArgumentCompleter))]
    [ObjectOf(typeof(ZecDisk), RefusesResults = true, RefusesOthers = true)]
    public ZecDisk[] InputObject { get; set; } = [];

    /// <summary><para type="description">The ID of the snapshot policy. By default each disk is taken out of its own.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(AutoSnapshotPolicyIdCompleter))]
    [IdOf(typeof(ZecAutoSnapshotPolicy), RefusesOthers = true, TakesOne = true)]
    [ValidateId(typeof(ZecAutoSnapshotPolicy))]
    public string? AutoSnapshotPolicyId { get; set; }

    /// <summary><para type="description">Returns the disks that were changed, as they are afterwards, instead of the results. The results remain in
    /// Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => DiskId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Unregistering disks", "unregistered", "DiskNotUnregistered");

    private protected override string Question => "Take the disk out of its snapshot policy";

    private protected override bool EmitsThings => PassThru;

    private protected override bool IsGrouped => AutoSnapshotPolicyId is null;

    private protected override string? GroupOf(ZecObject thing) => ((ZecDisk)thing).AutoSnapshotPolicyId;

    private protected override string? ReasonToSkip(ZecObject thing)
        => string.IsNullOrEmpty(((ZecDisk)thing).AutoSnapshotPolicyId) ? "has no snapshot policy" : null;

    private protected override WriteOperation CreateOperation() => DiskOperations.UnregisterAutoSnapshotPolicy(AutoSnapshotPolicyId ?? string.Empty);

    private protected override WriteOperation CreateOperationFor(string group) => DiskOperations.UnregisterAutoSnapshotPolicy(AutoSnapshotPolicyId ?? group);
}
