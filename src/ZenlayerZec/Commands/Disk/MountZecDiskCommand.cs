using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Attaches disks to an instance, in batches of 10.</para>
/// <para type="description">The disks and the instance are in one zone. No file system is mounted in the instance.</para>
/// </summary>
[Cmdlet(VerbsData.Mount, "ZecDisk", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Mount-ZecDisk.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecDisk))]
public sealed class MountZecDiskCommand : TransitionCmdlet
{
    /// <summary><para type="description">The disks' IDs.</para></summary>
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

    /// <summary><para type="description">The ID of the instance.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance), RefusesOthers = true, TakesOne = true)]
    [ValidateId(typeof(ZecInstance))]
    public string InstanceId { get; set; } = string.Empty;

    /// <summary><para type="description">Returns the disks that were changed, as they are afterwards, instead of the results, and with -Wait when they have arrived. The
    /// results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => DiskId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Attaching disks", "attached", "DiskNotAttached");

    private protected override string Question => $"Attach to the instance {InstanceId}";

    private protected override bool EmitsThings => PassThru;

    private protected override string? ReasonToSkip(ZecObject thing)
        => ((ZecDisk)thing).AttachedInstanceId == InstanceId ? "is already attached to that instance" : null;

    private protected override WriteOperation CreateOperation() => DiskOperations.Mount(InstanceId);
}
