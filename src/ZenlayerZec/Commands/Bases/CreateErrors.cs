using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>The errors of requests that create things, which failed or may have failed.</summary>
internal static class CreateErrors
{
    /// <summary>The service takes no signature that is further off, so that nothing is dated earlier than this before its request.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>The last order was not placed.</summary>
    public static ErrorRecord NotPlaced(ZecException failure, CreateRun run)
    {
        var (the, one, what) = run.IsBilled ? ("The order", "Order", "was not placed") : ("The request", "Request", "was not carried out");
        var which = run.PartCount == 1 ? the : string.Format(CultureInfo.InvariantCulture, "{0} {1} of {2}", one, run.Sent, run.PartCount);
        var lead = $"{which} ({run.Kind.Count(run.Last.Count)}) {what}";
        if (failure.FailsEveryRequest)
        {
            // It ends the command, and perhaps loses the results of the orders before it.
            var before = run.Sent > 1 ? " Get-ZecOperation lists those that were." : string.Empty;
            return ErrorRecords.From(failure, run.Last.Target, $"{lead}.{Rest(run)}{before}");
        }

        var error = ErrorRecords.From(failure, run.Last.Target, $"{lead}:");
        if (failure.Kind is ZecErrorKind.NotFound or ZecErrorKind.Refused)
        {
            var catalogues = run.Kind.Catalogues.Count == 0 ? string.Empty : $": {Listed(run.Kind.Catalogues)} list the available values";
            error.ErrorDetails.RecommendedAction = $"Correct what the message says{catalogues}.";
        }

        return error;
    }

    /// <summary>It is unknown whether the last order was placed.</summary>
    public static ErrorRecord Unknown(ZecException failure, CreateRun run)
    {
        var target = run.Last.Target;
        var error = ErrorRecords.From(
            failure,
            target,
            $"It is unknown whether {run.Kind.Count(run.Last.Count)} ({target}) {(run.Last.Count == 1 ? "was" : "were")} created. "
            + $"Look before you {(run.IsBilled ? "order" : "ask")} again: {Look(run)}{Rest(run)}");
        error.ErrorDetails.RecommendedAction = run.IsBilled
            ? $"The order may have been placed; an order that is sent twice is paid twice. {Look(run)}"
            : $"The request may have been carried out; one that is sent twice creates twice. {Look(run)}";
        return error;
    }

    /// <summary>The answer to the last order has a different number of IDs than were ordered.</summary>
    public static ErrorRecord CountDiffers(Created created, CreateRun run)
    {
        var order = created.OrderNumber is { } number ? $"order {number}, " : string.Empty;
        var message = VisibleText.Of(
            $"{run.Kind.Count(run.Last.Count)} had been {(run.IsBilled ? "ordered" : "asked for")}, "
            + $"and the answer has the IDs of {created.Ids.Count} ({order}"
            + $"requestId {created.RequestId}).{Rest(run)}");
        return new ErrorRecord(
            new InvalidOperationException(message), run.Kind.CountDiffersCode, ErrorCategory.InvalidResult, created.Emitted ?? created.Ids)
        {
            ErrorDetails = new ErrorDetails(message) { RecommendedAction = VisibleText.Of($"To see which {run.Kind.Plural} exist: {Look(run)}") },
        };
    }

    private static string Listed(IReadOnlyList<string> names)
        => names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}";

    /// <summary>The number of things that were not ordered, as a sentence.</summary>
    private static string Rest(CreateRun run) => run.NeverSent == 0 ? string.Empty
        : string.Format(CultureInfo.InvariantCulture, " {0} more were not {1}.", run.NeverSent, run.IsBilled ? "ordered" : "asked for");

    /// <summary>The command that finds what the last request may have created.</summary>
    private static string Look(CreateRun run) => $"{run.Kind.GetCommand}{run.Last.Filters}" + (run.Last.IsDated
        ? string.Format(
            CultureInfo.InvariantCulture,
            " | Where-Object CreateTime -ge '{0:yyyy-MM-dd'T'HH:mm:ss'Z'}'",
            (run.LastTime - ClockTolerance).UtcDateTime)
        : string.Empty);
}
