using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;

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
    /// <summary><para type="description">Returns the instances that were changed, as they are afterwards, instead of the results, and with -Wait when they have arrived. The
    /// results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override ActionWords Words { get; } = new("Starting instances", "started", "InstanceNotStarted");

    private protected override string Question => "Start";

    private protected override WaitGoal Goal => WaitGoal.Running;

    private protected override bool EmitsInstances => PassThru;

    private protected override WriteOperation CreateOperation() => InstanceOperations.Start();
}
