using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Starts instances, in batches of 100.</para>
/// <para type="description">The service starts only stopped instances. An instance object that is running or starting is skipped.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Start-ZecInstance.md")]
[OutputType(typeof(ZecBatchResult))]
public sealed class StartZecInstanceCommand : TransitionCmdlet
{
    private protected override ActionWords Words { get; } = new("Starting instances", "started", "InstanceNotStarted");

    private protected override string Question => "Start";

    private protected override WaitGoal Goal => WaitGoal.Running;

    private protected override WriteOperation CreateOperation() => InstanceOperations.Start();
}
