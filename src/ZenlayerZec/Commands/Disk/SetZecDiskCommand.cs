using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Renames disks, in batches of 100.</para>
/// <para type="description">Each disk gets the name of its row, or all get the name of -Name: names need not be unique.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "ZecDisk", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Set-ZecDisk.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecDisk))]
public sealed class SetZecDiskCommand : WriteCmdlet
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

    /// <summary><para type="description">The name: at most 64 letters, digits, hyphens and periods. A row may have it in the column Name, and a script
    /// block computes it for each disk.</para></summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidatePattern(@"^[A-Za-z0-9][A-Za-z0-9.-]{0,63}\z")]
    public string Name { get; set; } = string.Empty;

    /// <summary><para type="description">Returns the disks that were changed, as they are afterwards, instead of the results, and with -Wait when they have arrived. The
    /// results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => DiskId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Renaming disks", "renamed", "DiskNotRenamed");

    private protected override string Question => $"Rename to {Name}";

    private protected override bool EmitsThings => PassThru;

    private protected override string ValueAtHand => Name;

    private protected override string? ReasonToSkip(ZecObject thing) => ((ZecDisk)thing).DiskName == Name ? "already has that name" : null;

    private protected override WriteOperation CreateOperation() => DiskOperations.Rename(Name);
}
