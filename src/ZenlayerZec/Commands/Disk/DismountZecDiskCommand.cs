using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Detaches disks from their instances, in batches of 10.</para>
/// <para type="description">The disks of one request are all of one instance. One disk that cannot be detached keeps the others of its request attached.</para>
/// </summary>
[Cmdlet(VerbsData.Dismount, "ZecDisk", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Dismount-ZecDisk.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecDisk))]
public sealed class DismountZecDiskCommand : TransitionCmdlet
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

    /// <summary><para type="description">Also detaches disks of running instances. Without it, the instances have to be stopped.</para></summary>
    [Parameter]
    public SwitchParameter AllowRunning { get; set; }

    /// <summary><para type="description">Returns the disks that were changed, as they are afterwards, instead of the results, and with -Wait when they have arrived. The
    /// results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => DiskId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Detaching disks", "detached", "DiskNotDetached");

    private protected override string Question => "Detach from its instance";

    private protected override bool EmitsThings => PassThru;

    private protected override bool IsGrouped => true;

    private protected override string? GroupOf(ZecObject thing) => ((ZecDisk)thing).AttachedInstanceId;

    private protected override WriteOperation CreateOperation() => DiskOperations.Dismount(AllowRunning);
}
