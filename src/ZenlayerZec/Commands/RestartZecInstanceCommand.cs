using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Restarts instances, a hundred a request.</para>
/// <para type="description">Without -Soft the power is cut and comes back, which the service also does to an instance that is just
/// starting or restarting; with it, only to one that runs. An instance object that is restarting is left out with -Soft.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Restart, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ZecBatchResult))]
public sealed class RestartZecInstanceCommand : TransitionCmdlet
{
    /// <summary><para type="description">Asks the system to restart. Without it the power is cut, and what was not written to disk is
    /// lost.</para></summary>
    [Parameter]
    public SwitchParameter Soft { get; set; }

    private protected override ActionWords Words { get; } = new("Restarting instances", "restarted", "InstanceNotRestarted");

    private protected override string Question => Soft ? "Restart" : "Power off and on";

    private protected override WaitGoal Goal => WaitGoal.Running;

    private protected override bool IsRoundTrip => true;

    private protected override WriteOperation CreateOperation() => InstanceOperations.Restart(isForced: !Soft);
}
