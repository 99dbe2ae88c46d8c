using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Client.Waiting;

namespace ZenlayerZec.Commands.Bases;

/// <summary>The progress of a wait, and the errors of what did not arrive.</summary>
internal static class StateWaits
{
    public const int DefaultTimeoutSec = 600;

    /// <summary>The maximum number of states that the progress names.</summary>
    private const int MostStates = 3;

    public static ProgressRecord Progress(StateWaiter waiter)
    {
        var open = waiter.Open.Take(MostStates).Select(state => string.Format(CultureInfo.InvariantCulture, "{0} {1}", state.Value, state.Key));
        return new ProgressRecord(0, $"Waiting until {waiter.Goal}", string.Format(
            CultureInfo.InvariantCulture, "{0} of {1}; still {2}", waiter.Done, waiter.Goal.Kind.Count(waiter.Count), string.Join(", ", open)))
        {
            PercentComplete = (int)(100L * waiter.Done / waiter.Count),
            RecordType = waiter.Done < waiter.Count ? ProgressRecordType.Processing : ProgressRecordType.Completed,
        };
    }

    public static ErrorRecord Error(Arrival arrival, WaitGoal goal)
    {
        var kind = goal.Kind;
        var isLate = arrival.Outcome == WaitOutcome.TimedOut;
        var state = arrival.Status ?? (isLate ? "not seen yet" : "not there");
        var message = VisibleText.Of(isLate
            ? $"{kind.Title} {arrival.ArrivedId} was {state}, not yet {goal}, at the end of the time limit (-TimeoutSec)."
            : $"{kind.Title} {arrival.ArrivedId} is {state} and cannot become {goal}.");
        return arrival switch
        {
            { Outcome: WaitOutcome.TimedOut } => Record(new TimeoutException(message), "WaitTimedOut", ErrorCategory.OperationTimeout,
                $"It may still arrive: look with {kind.GetCommand}, or continue to wait with Wait-{kind.Type.Name}."),
            { Status: null } => Record(new ItemNotFoundException(message), kind.NotFoundCode, ErrorCategory.ObjectNotFound,
                $"Check the ID with {kind.GetCommand}: the {kind.Noun} may be gone, or belong to another account."),
            _ => Record(new InvalidOperationException(message), $"{kind.Stem}EndedElsewhere", ErrorCategory.InvalidResult,
                $"Look at the {kind.Noun} with {kind.GetCommand}; the vendor's support can find out what happened to it."),
        };

        ErrorRecord Record(Exception exception, string id, ErrorCategory category, string advice)
            => new(exception, id, category, arrival.ArrivedId)
            {
                ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = advice },
            };
    }
}
