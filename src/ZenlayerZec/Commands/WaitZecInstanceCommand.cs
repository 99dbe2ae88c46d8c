using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Waits until instances are in a state or gone.</para>
/// <para type="description">The states of all instances are read together, in batches of 100, every 2 seconds at first and every 10 seconds
/// later. Each instance is returned when it arrives. An instance that is gone returns nothing if that was the goal, and is an error
/// otherwise. An instance in a state from which it cannot reach the goal is an error, and so is one that has not arrived when the time is
/// up. What succeeded or is unknown of a result, such as one of Start-ZecInstance, is waited for until it is where the action leads.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "ZecInstance", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Wait-ZecInstance.md")]
[OutputType(typeof(ZecInstance))]
public sealed class WaitZecInstanceCommand : WaitCmdlet
{
    /// <summary><para type="description">The IDs of the instances.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance), RefusesOthers = true)]
    [ValidateId(typeof(ZecInstance))]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [ObjectOf(typeof(ZecInstance), RefusesOthers = true)]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">The state: Running, Stopped, or any state of the API. Released means gone or in the recycle bin.
    /// Several states are alternatives. Not needed for results: Running after a start, a restart, a reset or an order, Stopped after a stop, Released
    /// after a release.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(WaitStateCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Until { get; set; }

    private protected override ResourceKind Kind => InstanceKind.Kind;

    private protected override string[] Ids => InstanceId;

    private protected override ZecObject[] Things => InputObject;

    private protected override string[]? States => Until;
}
