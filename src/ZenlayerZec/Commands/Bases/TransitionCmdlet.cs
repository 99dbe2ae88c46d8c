using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Waiting;

namespace ZenlayerZec.Commands.Bases;

/// <summary>What every cmdlet does that leads instances from one state to another: it can wait until they are there.</summary>
public abstract class TransitionCmdlet : WriteCmdlet
{
    /// <summary><para type="description">Waits until the instances are where they are to go. One that ended elsewhere, or is still on
    /// its way when the time is up, is an error.</para></summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary><para type="description">How many seconds the waiting may take.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = StateWaits.DefaultTimeoutSec;

    /// <summary>Where the instances are to go.</summary>
    private protected abstract WaitGoal Goal { get; }

    /// <summary>Whether they go to where they come from.</summary>
    private protected virtual bool IsRoundTrip => false;

    /// <summary>Whether it waits.</summary>
    private protected virtual bool Waits => Wait;

    /// <inheritdoc/>
    private protected override void Follow(ZecClient client, IReadOnlyList<string> succeeded)
    {
        if (Waits && succeeded.Count > 0)
        {
            WaitFor(client, succeeded, Goal);
        }
    }

    /// <summary>Waits for instances and writes an error for each that did not arrive.</summary>
    /// <returns>Those that did.</returns>
    private protected IReadOnlyList<Arrival> WaitFor(ZecClient client, IReadOnlyList<string> ids, WaitGoal goal)
    {
        var waiter = new StateWaiter(client, ids, goal, TimeSpan.FromSeconds(TimeoutSec), Call()) { IsRoundTrip = IsRoundTrip };
        var reached = new List<Arrival>();
        WaitFor(waiter, goal, arrivals => reached.AddRange(arrivals));
        return reached;
    }
}
