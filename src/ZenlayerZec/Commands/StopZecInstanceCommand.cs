using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Powers instances off, or shuts them down, a hundred a request.</para>
/// <para type="description">The service stops only what is running. An instance object that is off, or on its way there, is left
/// out.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ZecBatchResult))]
public sealed class StopZecInstanceCommand : TransitionCmdlet
{
    /// <summary><para type="description">Asks the system to shut down. Without it the power is cut, as is the API's default, and what was
    /// not written to disk is lost.</para></summary>
    [Parameter]
    public SwitchParameter Soft { get; set; }

    private protected override ActionWords Words { get; } = new("Stopping instances", "stopped", "InstanceNotStopped");

    private protected override string Question => Soft ? "Shut down" : "Power off";

    private protected override WaitGoal Goal => WaitGoal.Stopped;

    private protected override WriteOperation CreateOperation() => InstanceOperations.Stop(isForced: !Soft);
}
