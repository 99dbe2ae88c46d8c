using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of every cmdlet that sends batches: it emits a result for each as it completes, which accounts for each of its IDs, and writes
/// an error for what failed. A line on the information stream ends each run.
/// </summary>
public abstract class RunCmdlet : ThingCmdlet
{
    private readonly HashSet<string> _toldSkipped = new(StringComparer.Ordinal);
    private WriteOperation? _operation;

    /// <summary>How the action is spoken of.</summary>
    private protected abstract ActionWords Words { get; }

    /// <summary>What is done, by the parameters.</summary>
    private protected abstract WriteOperation CreateOperation();

    /// <summary>Whether the things are emitted, as they are after the change, in place of the results.</summary>
    private protected virtual bool EmitsThings => false;

    /// <summary>What is done.</summary>
    private protected WriteOperation Operation => _operation ??= CreateOperation();

    /// <summary>What it is done to.</summary>
    private protected ResourceKind Kind => Operation.Kind;

    /// <summary>What is said of a batch.</summary>
    private protected BatchReports Reports => new(Words, Operation);

    /// <summary>What comes after the batches, for those that the service took.</summary>
    private protected virtual void Follow(ZecClient client, string[] succeeded)
    {
        if (EmitsThings && succeeded.Length > 0)
        {
            EmitAgain(client, succeeded);
        }
    }

    /// <summary>
    /// Takes note of what became of a batch as soon as it is known, also where the pipeline takes no more results; from any thread, one at a time.
    /// </summary>
    private protected virtual void Note(ZecBatchResult result)
    {
    }

    /// <summary>Sends batches and tells what became of them.</summary>
    /// <returns>The IDs that the service took, by connection.</returns>
    private protected IEnumerable<(ZecClient Client, string[] Ids)> Send(IEnumerable<KeyValuePair<ZecClient, List<WriteItem>>> accounts) => Send(accounts, Reports);

    /// <summary>Sends batches of something that follows what the cmdlet does, and tells what became of them.</summary>
    /// <param name="accounts">The things, by connection.</param>
    /// <param name="reports">What is done, and how it is spoken of.</param>
    /// <returns>The IDs that the service took, by connection.</returns>
    private protected IEnumerable<(ZecClient Client, string[] Ids)> Send(IEnumerable<KeyValuePair<ZecClient, List<WriteItem>>> accounts, BatchReports reports)
    {
        var run = new RunAccount(reports.Operation, accounts, Call(), Token)
        {
            WaitsAfterFailure = MayStopAtError,
            Known = Note,
            Progressed = progressed => Post(() => Show(progressed, reports)),
        };
        var told = new RunTold();
        try
        {
            Show(run, reports);
            Tell(run, told, reports);
            Show(run, reports);
        }
        catch (Exception) when (!Stopping)
        {
            run.Dispose();
            TellEnd(run, told);
            throw;
        }
        finally
        {
            run.Dispose();
            if (Stopping)
            {
                // The pipeline takes nothing any more; the person at the console still has to know.
                Host?.UI?.WriteWarningLine(run.Summary);
            }
        }

        if (!Stopping)
        {
            try
            {
                WriteEnd(run, run.Totals.Ended);
            }
            finally
            {
                // Also where the user wants the command to stop at information.
                Conclude(run, told, reports);
            }
        }

        return told.Succeeded;
    }

    /// <summary>Says before the run that a thing is left out, so that it is not said again with its result.</summary>
    private protected void TellSkipped(string id, string text)
    {
        _toldSkipped.Add(id);
        WriteSkipped(text, Operation);
    }

    /// <summary>Says that things are left out: as a warning where somebody may count on their being destroyed.</summary>
    private void WriteSkipped(string text, WriteOperation operation)
    {
        if (operation.LooksFirst)
        {
            WriteWarning(text);
        }
        else if (IsVerbose)
        {
            WriteVerbose(text);
        }
    }

    private void Tell(RunAccount run, RunTold told, BatchReports reports)
    {
        while (Wait(_ => run.NextAsync()) is { } result && !Stopping)
        {
            if (!EmitsThings)
            {
                told.IsEmitting = true;
                WriteObject(result);
                told.IsEmitting = false;
            }

            told.Add(run.Client!, result);
            foreach (var text in reports.Skipped(result, _toldSkipped.Contains))
            {
                WriteSkipped(text, reports.Operation);
            }

            // What fails every batch alike ends the sending; those that were under way with it are told before it is.
            if (result.GetError()?.FailsEveryRequest == true)
            {
                run.SendNoMore();
                told.Fatal ??= result;
                told.Left.AddRange(result.FailedIds.Concat(result.UnknownIds));
                continue;
            }

            foreach (var error in reports.Errors(result))
            {
                WriteError(error);
            }
        }
    }

    /// <summary>What is left to say when all results are told.</summary>
    private void Conclude(RunAccount run, RunTold told, BatchReports reports)
    {
        if (run.UnknownIds.Count > 0)
        {
            WriteWarning(reports.UnknownWarning(run.UnknownIds));
        }

        if (told.Fatal is { } fatal)
        {
            ThrowTerminatingError(reports.Fatal(fatal, told.Left, run.NeverSent));
        }

        if (run.IsGivenUp && run.NeverSent.Count > 0)
        {
            ThrowTerminatingError(BatchReports.GivenUp(run.NeverSent));
        }
    }

    /// <summary>
    /// Tells the counts where the pipeline ended before all results were taken: by -ErrorAction Stop, or by a command downstream that failed
    /// or wants no more, as Select-Object -First does. That is an error here, since it left a part of the work undone or untold.
    /// </summary>
    private void TellEnd(RunAccount run, RunTold told)
    {
        try
        {
            WriteEnd(run, run.Summary);
            if (told.IsEmitting)
            {
                WriteError(new ErrorRecord(
                    new InvalidOperationException(run.Summary), "RunCutShort", ErrorCategory.OperationStopped, run.NeverSent.ToArray()));
            }
            else
            {
                WriteWarning(run.Summary);
            }
        }
        catch (Exception)
        {
            // The pipeline takes nothing any more.
            Host?.UI?.WriteWarningLine(run.Summary);
        }
    }

    /// <summary>The line that ends a run; none where nothing ran.</summary>
    private void WriteEnd(RunAccount run, string line)
    {
        if (run.Count > 0)
        {
            WriteEnd(line);
        }
    }

    private void EmitAgain(ZecClient client, string[] ids)
    {
        try
        {
            var found = Wait(cancellation => Kind.List.FindAsync(client, ReadingCall(), ids, cancellation));
            foreach (var id in ids)
            {
                if (found.TryGetValue(id, out var thing))
                {
                    WriteObject(thing);
                }
                else
                {
                    WriteError(ErrorRecords.NotFound(Kind.NotFoundCode, $"{Kind.Title} {id} was {Words.Done}, and is gone already.", id));
                }
            }
        }
        catch (ZecException failure)
        {
            var lead = $"{Reports.Count(ids.Length)} {(ids.Length == 1 ? "was" : "were")} {Words.Done} and could not be read afterwards:";
            WriteError(ErrorRecords.From(failure, ids, lead, Kind));
        }
    }

    private void Show(RunAccount run, BatchReports reports)
    {
        if (run.Count > 0)
        {
            WriteProgress(new ProgressRecord(0, reports.Activity, string.Format(
                CultureInfo.InvariantCulture, "{0} of {1}, in {2} batches", run.Done, reports.Count(run.Count), run.BatchCount))
            {
                PercentComplete = (int)(100L * run.Done / run.Count),
                RecordType = run.Done < run.Count ? ProgressRecordType.Processing : ProgressRecordType.Completed,
            });
        }
    }
}
