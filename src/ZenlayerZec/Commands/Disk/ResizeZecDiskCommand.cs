using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Makes disks larger, one in each request.</para>
/// <para type="description">A disk never becomes smaller again, and costs more from then on. The file system on it is not changed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Resize, "ZecDisk", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = OnlineHelp.Pages + "Resize-ZecDisk.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecDisk))]
public sealed class ResizeZecDiskCommand : TransitionCmdlet
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

    /// <summary><para type="description">The new size in GiB, larger than the present one.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateRange(1, 32768)]
    public int SizeGiB { get; set; }

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is resized.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary><para type="description">Returns the disks that were changed, as they are afterwards, instead of the results, and with -Wait when they have arrived. The
    /// results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => DiskId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Resizing disks", "resized", "DiskNotResized");

    private protected override string Question => $"Resize to {SizeGiB} GiB, which cannot be undone";

    private protected override bool IsForced => Force;

    private protected override bool EmitsThings => PassThru;

    private protected override WaitGoal Goal => DiskGoal.Resized(SizeGiB);

    private protected override string? ReasonToSkip(ZecObject thing) => ((ZecDisk)thing).SizeGiB == SizeGiB ? "has that size already" : null;

    private protected override WriteOperation CreateOperation() => DiskOperations.Resize(SizeGiB);
}
