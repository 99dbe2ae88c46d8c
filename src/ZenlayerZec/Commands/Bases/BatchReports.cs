using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>What is said of a batch: an error for what failed, with its reason, and a warning for what was left out.</summary>
/// <param name="words">How the action is spoken of.</param>
/// <param name="operation">What is done.</param>
internal sealed class BatchReports(ActionWords words, WriteOperation operation)
{
    /// <summary>So many IDs stand in one sentence; more of them would fill the screen.</summary>
    private const int MostNamed = 10;

    private readonly ResourceKind _kind = operation.Kind;

    /// <summary>What is done.</summary>
    public WriteOperation Operation => operation;

    /// <summary>What is being done, for the progress.</summary>
    public string Activity => words.Activity;

    /// <summary>The errors of a batch: one for each ID that the service named or that is not there, one for each other reason.</summary>
    public IEnumerable<ErrorRecord> Errors(ZecBatchResult result)
    {
        var explained = new HashSet<string>(result.Failures.SelectMany(failure => failure.Value), StringComparer.Ordinal);
        foreach (var id in result.FailedIds.Where(id => !explained.Contains(id)))
        {
            yield return ErrorRecords.From(
                ZecServiceException.NotDone(result.Action, _kind.Noun, words.NotDoneCode, id, result.RequestId, words.Done), id);
        }

        foreach (var failure in result.Failures)
        {
            var ids = failure.Value.ToArray();
            yield return failure.Key is ZecServiceException && ids.Length == 1 && failure.Key != result.GetError()
                ? ErrorRecords.From(failure.Key, ids[0], kind: _kind)
                : operation.BatchSize == 1
                    ? ErrorRecords.From(failure.Key, ids[0], $"The {_kind.Noun} {ids[0]} was not {words.Done}.", _kind)
                    : ErrorRecords.From(failure.Key, ids, FailedLead(result, ids.Length), _kind);
        }

        if (result.UnknownIds.Length > 0)
        {
            yield return Unknown(result);
        }
    }

    /// <summary>The error that ends a run, for what it left.</summary>
    /// <param name="result">The batch that it came with.</param>
    /// <param name="left">What was not carried out in the batches that were told, or is unknown.</param>
    /// <param name="neverSent">What was never sent.</param>
    public ErrorRecord Fatal(ZecBatchResult result, IEnumerable<string> left, IReadOnlyList<string> neverSent) => ErrorRecords.From(
        result.GetError()!,
        left.Concat(neverSent).ToArray(),
        $"{(result.UnknownIds.Length > 0 ? UnknownLead(result) : FailedLead(result, result.FailedIds.Length))} {NotSent(neverSent.Count)}",
        _kind);

    /// <summary>The error of a run that was given up.</summary>
    public static ErrorRecord GivenUp(IReadOnlyList<string> neverSent)
    {
        var message = "Three batches in a row ended without a known outcome, so the run was ended. " + NotSent(neverSent.Count);
        return new ErrorRecord(new InvalidOperationException(message), "TooManyUnknown", ErrorCategory.OperationStopped, neverSent.ToArray())
        {
            ErrorDetails = new ErrorDetails(message) { RecommendedAction = "Look at the unknown ones first. Get-ZecOperation lists them, and those that were never sent." },
        };
    }

    /// <summary>The warning about all that is unknown at the end of a run.</summary>
    public string UnknownWarning(IReadOnlyList<string> ids) => VisibleText.Of(
        $"It is unknown whether {Named(_kind, ids)} {(ids.Count == 1 ? "was" : "were")} {words.Done}. Look before you try again.");

    /// <summary>The sentences about what was left out, one for each reason.</summary>
    public IEnumerable<string> Skipped(ZecBatchResult result, Func<string, bool> isTold) => result.SkipReasons
        .Where(skipped => !isTold(skipped.Key))
        .GroupBy(skipped => skipped.Value, skipped => skipped.Key)
        .Select(group => Skipped(group.ToArray(), group.Key));

    private string Skipped(string[] ids, string reason) => VisibleText.Of(ids.Length == 1
        ? $"Skipped {ids[0]}: it {reason}."
        : $"Skipped {Named(_kind, ids)}: each {reason}.");

    /// <summary>IDs as a part of a sentence, the first of them where there are many.</summary>
    /// <param name="kind">What they are the IDs of.</param>
    /// <param name="ids">The IDs, at least one.</param>
    public static string Named(ResourceKind kind, IReadOnlyList<string> ids) => ids.Count switch
    {
        1 => $"the {kind.Noun} {ids[0]}",
        <= MostNamed => $"{kind.Count(ids.Count)} ({string.Join(", ", ids)})",
        _ => $"{kind.Count(ids.Count)} ({string.Join(", ", ids.Take(MostNamed))} and {ids.Count - MostNamed} more, which the results and Get-ZecOperation list)",
    };

    private ErrorRecord Unknown(ZecBatchResult result)
        => ErrorRecords.From(result.GetError() ?? NoAnswer(result), result.UnknownIds.ToArray(), UnknownLead(result), _kind);

    private static ZecServiceException NoAnswer(ZecBatchResult result) => new(
        ZecErrorKind.Refused, "OutcomeUnknown", "The service refused a second request after the answer to the first was lost.")
    {
        Action = result.Action,
        RequestId = result.RequestId,
    };

    private string FailedLead(ZecBatchResult result, int count) => string.Format(
        CultureInfo.InvariantCulture, "Batch {0} ({1}) was not {2}.", result.BatchNumber, Count(count), words.Done);

    /// <summary>How the unknown ones stand, so that a person knows whether to run the command again.</summary>
    private string UnknownLead(ZecBatchResult result)
    {
        var lead = string.Format(
            CultureInfo.InvariantCulture,
            "Batch {0}: it is unknown whether {1} {2} {3}.",
            result.BatchNumber,
            Count(result.UnknownIds.Length),
            result.UnknownIds.Length == 1 ? "was" : "were",
            words.Done);
        string[] seen =
        [
            .. result.LastSeen.Values.Where(state => !string.IsNullOrEmpty(state)).GroupBy(state => state).OrderByDescending(group => group.Count())
                .Select(group => $"{group.Count()} still {group.Key}"),
        ];
        return seen.Length == 0 ? lead : string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1} {2:0.#} s later{3}",
            lead,
            string.Join(", ", seen),
            result.SeenAfter.TotalSeconds,
            operation.EndsAsItMayHaveBegun
                ? ", which does not show it: look at them before you run the command again."
                : ": run the command again if it stays so.");
    }

    /// <summary>A number of things with their noun, such as <c>3 instances</c>.</summary>
    public string Count(int count) => _kind.Count(count);

    private static string NotSent(int count)
        => count == 1 ? "1 more was not sent." : string.Format(CultureInfo.InvariantCulture, "{0} more were not sent.", count);
}
