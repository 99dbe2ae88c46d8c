using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Starts instances, in batches of 100.</para>
/// <para type="description">The service starts only stopped instances. An instance object that is running or starting is skipped.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Start-ZecInstance.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecInstance))]
public sealed class StartZecInstanceCommand : TransitionCmdlet
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

    /// <summary><para type="description">Returns the instances that were changed, as they are afterwards, instead of the results, and with -Wait when they have arrived. The
    /// results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => InstanceId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Starting instances", "started", "InstanceNotStarted");

    private protected override string Question => "Start";

    private protected override bool EmitsThings => PassThru;

    private protected override WriteOperation CreateOperation() => InstanceOperations.Start();
}
