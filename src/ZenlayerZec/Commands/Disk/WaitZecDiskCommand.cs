using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Waits until disks are in a state or gone.</para>
/// <para type="description">Each disk is returned when it arrives. A disk in a state from which it cannot reach the goal is an error, and so is one
/// that has not arrived when the time is up. What succeeded or is unknown of a result is waited for until it is where the action leads.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "ZecDisk", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Wait-ZecDisk.md")]
[OutputType(typeof(ZecDisk))]
public sealed class WaitZecDiskCommand : WaitCmdlet
{
    /// <summary><para type="description">The IDs of the disks.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(DiskIdCompleter))]
    [IdOf(typeof(ZecDisk), RefusesOthers = true)]
    [ValidateId(typeof(ZecDisk))]
    public string[] DiskId { get; set; } = [];

    /// <summary><para type="description">The disks, as Get-ZecDisk returns them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(DiskArgumentCompleter))]
    [ObjectOf(typeof(ZecDisk), RefusesOthers = true)]
    public ZecDisk[] InputObject { get; set; } = [];

    /// <summary><para type="description">The state, such as Available. Released means gone or in the recycle bin. Several states are alternatives. Not
    /// needed for results.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(DiskWaitStateCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Until { get; set; }

    private protected override ResourceKind Kind => DiskKind.Kind;

    private protected override string[] Ids => DiskId;

    private protected override ZecObject[] Things => InputObject;

    private protected override string[]? States => Until;
}
