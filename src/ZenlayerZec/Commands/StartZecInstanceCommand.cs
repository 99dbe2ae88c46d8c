using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Powers instances on, a hundred a request.</para>
/// <para type="description">The service starts only what is powered off. An instance object that is on, or on its way there, is left
/// out.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ZecBatchResult))]
public sealed class StartZecInstanceCommand : TransitionCmdlet
{
    private protected override ActionWords Words { get; } = new("Starting instances", "started", "InstanceNotStarted");

    private protected override string Question => "Start";

    private protected override WaitGoal Goal => WaitGoal.Running;

    private protected override WriteOperation CreateOperation() => InstanceOperations.Start();
}
