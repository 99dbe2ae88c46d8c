using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Waiting;

namespace ZenlayerZec.Commands.Bases;

/// <summary>The base of the cmdlets that bring things into another state, and can wait until they have arrived.</summary>
public abstract class TransitionCmdlet : WriteCmdlet
{
    /// <summary><para type="description">Waits until they have arrived. One that ends in another state, or has not arrived
    /// when the time is up, is an error.</para></summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary><para type="description">The maximum time to wait, in seconds.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = StateWaits.DefaultTimeoutSec;

    /// <summary>The state that the things are to reach.</summary>
    private protected virtual WaitGoal Goal => WaitGoal.After(Kind, Operation.Action, Operation.Options)!;

    /// <summary>Whether the things come back to the state that they start in, as in a restart.</summary>
    private protected virtual bool IsRoundTrip => Kind.RoundTrips.Contains(Operation.Action);

    /// <summary>Whether the cmdlet waits.</summary>
    private protected virtual bool Waits => Wait;

    /// <inheritdoc/>
    private protected override void Follow(ZecClient client, string[] succeeded)
    {
        if (!Waits)
        {
            base.Follow(client, succeeded);
        }
        else if (EmitsThings)
        {
            EmitArriving(Waiter(client, succeeded, Goal));
        }
        else if (succeeded.Length > 0)
        {
            WaitFor(client, succeeded, Goal);
        }
    }

    /// <summary>Waits for things and writes an error for each that did not arrive.</summary>
    /// <returns>Those that did.</returns>
    private protected IReadOnlyList<Arrival> WaitFor(ZecClient client, string[] ids, WaitGoal goal)
    {
        var reached = new List<Arrival>();
        WaitFor(Waiter(client, ids, goal), arrivals => reached.AddRange(arrivals));
        return reached;
    }

    private StateWaiter Waiter(ZecClient client, string[] ids, WaitGoal goal)
        => new(client, ids, goal, TimeSpan.FromSeconds(TimeoutSec), Call()) { IsRoundTrip = IsRoundTrip };
}
