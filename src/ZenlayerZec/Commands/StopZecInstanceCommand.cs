using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Shuts instances down, in batches of 100.</para>
/// <para type="description">The service stops only running instances. An instance object that is stopped or stopping is skipped.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Stop-ZecInstance.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecInstance))]
public sealed class StopZecInstanceCommand : TransitionCmdlet
{
    /// <summary><para type="description">The instances' IDs.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecInstance))]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [ObjectOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true)]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">Cuts the power instead of asking the operating system to shut down. Data that is not written to
    /// disk is lost, so the cmdlet asks for confirmation first.</para></summary>
    [Parameter]
    public SwitchParameter PowerOff { get; set; }

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is stopped.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary><para type="description">Returns the instances that were changed, as they are afterwards, instead of the results, and with -Wait when they have arrived. The
    /// results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => InstanceId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Stopping instances", "stopped", "InstanceNotStopped");

    private protected override string Question => PowerOff ? "Power off (data not written to disk is lost)" : "Shut down";

    private protected override bool IsForced => Force;

    private protected override bool AsksAsHigh => PowerOff;

    private protected override bool EmitsThings => PassThru;

    private protected override WriteOperation CreateOperation() => InstanceOperations.Stop(isForced: PowerOff);
}
