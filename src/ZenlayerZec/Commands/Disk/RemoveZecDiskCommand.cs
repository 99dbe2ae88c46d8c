using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Releases disks, one in each request.</para>
/// <para type="description">Reads the whole pipeline before it sends anything. A disk is moved to the recycle bin first; one that is there already is skipped.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ZecDisk", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = OnlineHelp.Pages + "Remove-ZecDisk.md")]
[OutputType(typeof(ZecBatchResult))]
public sealed class RemoveZecDiskCommand : TransitionCmdlet
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

    /// <summary><para type="description">Also releases disks with a protected tag. Without it, they are skipped with a warning. Connect-Zec -ProtectedTag
    /// says which tags protect; the default is zec:keep.</para></summary>
    [Parameter]
    public SwitchParameter IncludeProtected { get; set; }

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is released.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string[] Ids => DiskId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Releasing disks", "released", "DiskNotReleased");

    private protected override string Question => "Release the disk; its data is lost when it leaves the recycle bin";

    private protected override bool IsForced => Force;

    private protected override WriteOperation CreateOperation() => DiskOperations.Release(IncludeProtected);
}
