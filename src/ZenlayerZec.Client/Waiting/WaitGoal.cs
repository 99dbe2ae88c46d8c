using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Waiting;

/// <summary>Where things of a kind are to arrive, and by which states it is clear that they never will.</summary>
public sealed class WaitGoal
{
    /// <summary>The word among states for gone or in the recycle bin.</summary>
    public const string ReleasedWord = "Released";

    private readonly string[] _states;
    private readonly bool _isRelease;

    private WaitGoal(ResourceKind kind, string[] states, bool isRelease = false)
    {
        Kind = kind;
        _states = states;
        _isRelease = isRelease;
    }

    /// <summary>What is waited for.</summary>
    internal ResourceKind Kind { get; }

    /// <summary>What more a thing in one of the states must be, such as of the new size; null where the state says it all.</summary>
    internal Func<ZecObject, bool>? Condition { get; private init; }

    /// <summary>What shows that a thing never gets there, although its state does not; null where nothing does.</summary>
    private Func<ZecObject, bool>? Failure { get; init; }

    /// <summary>States that a thing may still be in at first, although nothing leads from them by itself.</summary>
    private IReadOnlyList<string> Beginnings { get; init; } = [];

    /// <summary>A goal of states.</summary>
    /// <param name="kind">What is waited for.</param>
    /// <param name="states">The states, any of which is enough.</param>
    internal static WaitGoal For(ResourceKind kind, params string[] states) => new(kind, states);

    /// <summary>A goal of states in which more has to be true.</summary>
    /// <param name="kind">What is waited for.</param>
    /// <param name="condition">What has to be true.</param>
    /// <param name="states">The states, any of which is enough.</param>
    internal static WaitGoal When<TItem>(TypedKind<TItem> kind, Func<TItem, bool> condition, params string[] states)
        where TItem : ZecObject
        => new(kind, states) { Condition = item => condition((TItem)item) };

    /// <summary>The same goal for things that may still be in a state at first, although nothing leads from it by itself.</summary>
    /// <param name="beginnings">Those states.</param>
    internal WaitGoal From(params string[] beginnings) => new(Kind, _states, _isRelease) { Condition = Condition, Beginnings = beginnings };

    /// <summary>The same goal, with what shows that a thing never gets there.</summary>
    /// <param name="failure">What shows it.</param>
    internal WaitGoal Unless(Func<ZecObject, bool> failure) => new(Kind, _states, _isRelease) { Condition = Condition, Beginnings = Beginnings, Failure = failure };

    /// <summary>Gone, or in the recycle bin where there is one.</summary>
    /// <param name="kind">What is waited for.</param>
    internal static WaitGoal Released(ResourceKind kind) => new(kind, kind.States.Bin is { } bin ? [bin] : [], isRelease: true);

    /// <summary>Where a release leads by its options: with Purge=True, out of the recycle bin too.</summary>
    /// <param name="kind">What is waited for.</param>
    /// <param name="options">The options; null where they are not known.</param>
    internal static WaitGoal Released(ResourceKind kind, string? options)
        => WriteOptions.Read(options) is { } values && values.TryGetValue("Purge", out var purge) && purge == bool.TrueString ? Gone(kind) : Released(kind);

    /// <summary>Gone, and not in the recycle bin either.</summary>
    /// <param name="kind">What is waited for.</param>
    internal static WaitGoal Gone(ResourceKind kind) => new(kind, [], isRelease: true);

    /// <summary>Any of several states.</summary>
    /// <param name="kind">What is waited for.</param>
    /// <param name="states">The states; <see cref="ReleasedWord"/> may be among them.</param>
    internal static WaitGoal Until(ResourceKind kind, IEnumerable<string> states)
    {
        var all = states.Select(state => state.ToUpperInvariant()).ToArray();
        var others = all.Where(state => !IsReleased(state)).ToArray();
        return others.Length == all.Length ? new WaitGoal(kind, all) : new WaitGoal(kind, [.. others, .. Released(kind)._states], isRelease: true);
    }

    /// <summary>Where an action leads, such as StartInstances to RUNNING.</summary>
    /// <param name="kind">What it changes.</param>
    /// <param name="action">The API's name of the action.</param>
    /// <param name="options">The options of the request, such as <c>Purge=True</c>; null where they are not known.</param>
    /// <returns>The goal; null for an action that leads to no state.</returns>
    internal static WaitGoal? After(ResourceKind kind, string? action, string? options = null)
        => action is not null && kind.Changes.TryGetValue(action, out var goal) ? goal(options) : null;

    /// <summary>In words.</summary>
    public override string ToString() => _isRelease
        ? string.Join(" or ", (string[])["gone", .. _states])
        : string.Join(" or ", _states);

    /// <summary>Where a thing stands.</summary>
    /// <param name="item">The thing; null where it is not there.</param>
    internal WaitOutcome? JudgeThing(ZecObject? item)
    {
        if (item is not null && Failure?.Invoke(item) == true)
        {
            return WaitOutcome.EndedElsewhere;
        }

        var outcome = Judge(item is null ? null : Kind.Stands(item));
        return outcome == WaitOutcome.Reached && item is not null && Condition?.Invoke(item) == false ? null : outcome;
    }

    /// <summary>Where a thing in a state stands.</summary>
    /// <param name="status">Its state; null where it is not there.</param>
    internal WaitOutcome? Judge(string? status)
    {
        if (status is null)
        {
            return _isRelease ? WaitOutcome.Reached : WaitOutcome.EndedElsewhere;
        }

        var states = Kind.States;
        return _states.Any(state => states.Same(state, status)) ? WaitOutcome.Reached
            : _isRelease || _states.Any(state => states.CanReach(status, state)) || Beginnings.Any(state => states.Same(state, status)) ? null
            : WaitOutcome.EndedElsewhere;
    }

    private static bool IsReleased(string state) => state.Equals(ReleasedWord, StringComparison.OrdinalIgnoreCase);
}
