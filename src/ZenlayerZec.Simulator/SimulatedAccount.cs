using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Time;

namespace ZenlayerZec.Simulator;

/// <summary>All that is in an account, and its time. Not thread-safe: the engine takes one request at a time.</summary>
internal sealed class SimulatedAccount
{
    private readonly Dictionary<string, int> _failed = new(StringComparer.Ordinal);
    private int _taken;

    public SimulatedAccount(SimulatorOptions options, TimeProvider clock)
    {
        Options = options;
        Time = new Timeline(clock);
        Fleet = new SimulatedFleet(options, Time, CarriedOut);
        Estate = new Estate(this);
    }

    public SimulatorOptions Options { get; }

    public Timeline Time { get; }

    public CarriedOutCounts CarriedOut { get; } = new();

    public SimulatedFleet Fleet { get; }

    /// <summary>What there is beside the instances.</summary>
    public Estate Estate { get; }

    /// <summary>The rows of a kind.</summary>
    public RowTable this[SimulatedKind kind] => Estate[kind];

    /// <summary>Lets happen what is due by now.</summary>
    public void CatchUp()
    {
        Time.CatchUp();
        Fleet.TakeOutGone();
    }

    /// <summary>Whether a row refuses whatever is done to it, for a reason that nobody is told.</summary>
    public bool Refuses(SimulatedRow row) => Options.FailingIds.Contains(row.Id);

    /// <summary>A number that nothing that was created has had.</summary>
    public int TakeNumber() => ++_taken;

    /// <summary>Whether the next thing that an action creates ends in failure.</summary>
    public bool FailsNext(string action)
    {
        _ = _failed.TryGetValue(action, out var failed);
        if (!Options.FailingCreations.TryGetValue(action, out var wanted) || failed >= wanted)
        {
            return false;
        }

        _failed[action] = failed + 1;
        return true;
    }

    /// <summary>How long what an action begins takes after its answer.</summary>
    public TimeSpan TimeOf(string action) => Options.ActionTimes.TryGetValue(action, out var time) ? time : action switch
    {
        "ReleaseDisk" or "DeleteSnapshots" or "DeleteEip" or "DeleteNetworkInterface" or "DeleteImages" => Options.ReleaseTime,
        "RenewDisk" or "RenewEip" => TimeSpan.Zero,
        _ => Options.TransitionTime,
    };

    /// <summary>Begins what an action does to a row, or leaves it for ever in the state in between.</summary>
    /// <param name="action">The action, which says how long it takes.</param>
    /// <param name="row">The row.</param>
    /// <param name="meanwhile">The state until then.</param>
    /// <param name="arrive">What happens then.</param>
    public void Begin(string action, SimulatedRow row, string meanwhile, Action arrive)
    {
        row.Status = meanwhile;
        if (Options.StuckIds.Contains(row.Id))
        {
            Time.Forget(row);
        }
        else
        {
            Time.Plan(row, TimeOf(action), arrive);
        }
    }

    /// <summary>Takes a row away at once.</summary>
    public void Remove(SimulatedRow row)
    {
        Time.Forget(row);
        this[row.Kind].Remove(row);
    }
}
