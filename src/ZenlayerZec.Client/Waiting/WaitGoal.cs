using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Waiting;

/// <summary>Where instances are to arrive, and by which states it is clear that they never will.</summary>
public sealed class WaitGoal
{
    /// <summary>The word for <see cref="Released"/> among states.</summary>
    public const string ReleasedWord = "Released";

    /// <summary>The way out, in its order. Nothing leads from it to where an instance is usable.</summary>
    private static readonly string[] WayOut = [InstanceStatus.Releasing, InstanceStatus.Recycling, InstanceStatus.Recycle];

    /// <summary>From these an instance goes nowhere but away.</summary>
    private static readonly string[] Ends = [InstanceStatus.CreateFailed, InstanceStatus.ReinstallFailed, .. WayOut];

    private readonly string[] _states;
    private readonly bool _isRelease;

    private WaitGoal(string[] states, bool isRelease = false)
    {
        _states = states;
        _isRelease = isRelease;
    }

    /// <summary>Powered on.</summary>
    public static WaitGoal Running { get; } = new([InstanceStatus.Running]);

    /// <summary>Powered off.</summary>
    public static WaitGoal Stopped { get; } = new([InstanceStatus.Stopped]);

    /// <summary>Gone, or in the recycle bin.</summary>
    public static WaitGoal Released { get; } = new([InstanceStatus.Recycle], isRelease: true);

    /// <summary>Gone, and not in the recycle bin either.</summary>
    public static WaitGoal Gone { get; } = new([], isRelease: true);

    /// <summary>Any of several states.</summary>
    /// <param name="states">The states; <see cref="ReleasedWord"/> may be among them.</param>
    /// <returns>The goal.</returns>
    public static WaitGoal Until(IEnumerable<string> states)
    {
        var all = states.Select(state => state.ToUpperInvariant()).ToArray();
        var others = all.Where(state => !InstanceStatus.Same(state, ReleasedWord)).ToArray();
        return others.Length == all.Length ? new WaitGoal(all) : new WaitGoal([.. others, InstanceStatus.Recycle], isRelease: true);
    }

    /// <summary>Where an action leads, such as StartInstances to <see cref="Running"/>.</summary>
    /// <param name="action">The API's name of the action.</param>
    /// <param name="options">The options of the request, such as <c>Purge=True</c>; null where they are not known.</param>
    /// <returns>The goal; null for an action that leads to no state.</returns>
    internal static WaitGoal? After(string? action, string? options = null) => action switch
    {
        nameof(ZecActions.StartInstances) or nameof(ZecActions.RebootInstances) => Running,
        nameof(ZecActions.ResetInstances) or nameof(ZecActions.CreateZecInstances) => Running,
        nameof(ZecActions.StopInstances) => Stopped,
        nameof(ZecActions.ReleaseInstances) => IsPurge(options) ? Gone : Released,
        _ => null,
    };

    /// <summary>In words.</summary>
    public override string ToString() => _isRelease
        ? string.Join(" or ", (string[])["gone", .. _states])
        : string.Join(" or ", _states);

    /// <summary>Where an instance stands.</summary>
    /// <param name="status">Its state; null where it is not there.</param>
    internal WaitOutcome? Judge(string? status)
    {
        if (status is null)
        {
            return _isRelease ? WaitOutcome.Reached : WaitOutcome.EndedElsewhere;
        }

        return _states.Any(state => InstanceStatus.Same(state, status)) ? WaitOutcome.Reached
            : !_isRelease && !_states.Any(state => CanReach(status, state)) ? WaitOutcome.EndedElsewhere
            : null;
    }

    private static bool IsPurge(string? options)
        => WriteOptions.Read(options) is { } values && values.TryGetValue("Purge", out var purge) && purge == bool.TrueString;

    private static bool CanReach(string status, string goal)
    {
        // What lies in the bin may be released again, and then be RELEASING until it is gone.
        if (InstanceStatus.Same(goal, InstanceStatus.Releasing))
        {
            return true;
        }

        var to = Step(goal);
        return to >= 0 ? Step(status) <= to : !Ends.Any(end => InstanceStatus.Same(end, status));
    }

    /// <summary>How far on the way out a state is; less than zero where it is not on it.</summary>
    private static int Step(string state) => Array.FindIndex(WayOut, step => InstanceStatus.Same(step, state));
}
