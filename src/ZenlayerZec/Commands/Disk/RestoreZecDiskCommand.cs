using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Takes disks out of the recycle bin, one in each request.</para>
/// <para type="description">The disks cost again from then on. A disk object that is not in the recycle bin is skipped.</para>
/// </summary>
[Cmdlet(VerbsData.Restore, "ZecDisk", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Restore-ZecDisk.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecDisk))]
public sealed class RestoreZecDiskCommand : TransitionCmdlet
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

    /// <summary><para type="description">Returns the disks that were changed, as they are afterwards, instead of the results, and with -Wait when they have arrived. The
    /// results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => DiskId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Restoring disks", "restored", "DiskNotRestored");

    private protected override string Question => "Restore from the recycle bin";

    private protected override bool EmitsThings => PassThru;

    private protected override WriteOperation CreateOperation() => DiskOperations.Restore();
}
