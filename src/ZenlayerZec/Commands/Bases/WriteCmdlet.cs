using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// What every cmdlet does that does something to instances: it collects those of the whole pipeline, each once, asks, and sends nothing
/// before the pipeline's end; then a hundred a request. It emits one result a batch, which accounts for each of its IDs, and writes
/// one error for each ID that failed.
/// </summary>
public abstract class WriteCmdlet : ZecCmdlet
{
    /// <summary>The parameter set of instances by ID.</summary>
    protected const string IdSet = "Id";

    /// <summary>The parameter set of instances as objects.</summary>
    protected const string ObjectSet = "Object";

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string?>> _confirmed = [];

    /// <summary><para type="description">The instances' IDs.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [InstanceId]
    [ValidateInstanceId]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance emits them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [InstanceObject]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">The most instances this run may be for: where there are more, nothing is sent.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = int.MaxValue;

    /// <summary><para type="description">How many requests may be on their way at once; by default as many as the connection allows.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    /// <summary>What is done, as one says it.</summary>
    private protected abstract ActionWords Words { get; }

    /// <summary>What is done to an instance, with what that means for it: what a person is asked about.</summary>
    private protected abstract string Operation { get; }

    /// <summary>Whether the user has answered for all of them by -Force.</summary>
    private protected virtual bool IsForced => false;

    /// <summary>Makes the run.</summary>
    private protected abstract WriteRun Run(InstanceOperations actions);

    /// <summary>Why an instance is left out, such as that it is where it was to go; null where it is not.</summary>
    private protected virtual string? ReasonToSkip(ZecInstance instance) => null;

    /// <summary>Says that an instance is left out.</summary>
    private protected virtual void WriteSkipped(string text)
    {
        if (IsVerbose)
        {
            WriteVerbose(text);
        }
    }

    /// <summary>What comes after the batches, for those that the service took.</summary>
    private protected virtual void Follow(IReadOnlyList<string> succeeded)
    {
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            foreach (var instance in InputObject)
            {
                Take(instance.InstanceId, instance);
            }

            return;
        }

        foreach (var id in InstanceId)
        {
            Take(id, null);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_confirmed.Count > 0)
        {
            Follow(Send(_confirmed));
        }
    }

    /// <summary>Sends batches and tells what became of them.</summary>
    /// <returns>The IDs that the service took.</returns>
    private protected IReadOnlyList<string> Send(IReadOnlyCollection<KeyValuePair<string, string?>> instances)
    {
        var actions = new InstanceOperations(Client, instances, Call());
        var run = new RunAccount(Run(actions), MayStopAtError, progressed => Post(() => Show(progressed)));
        try
        {
            Show(run);
            return Tell(run);
        }
        finally
        {
            run.Dispose();
            if (Stopping)
            {
                // The pipeline takes nothing any more; the person at the console still has to know.
                Host?.UI?.WriteWarningLine($"{run.Summary} Get-ZecOperation lists their IDs.");
            }
        }
    }

    /// <inheritdoc/>
    private protected override ZecCallOptions Call()
    {
        var call = base.Call();
        call.ThrottleLimit = ThrottleLimit;
        return call;
    }

    private void Take(string id, ZecInstance? instance)
    {
        if (!_seen.Add(id))
        {
            return;
        }

        if (instance is not null && ReasonToSkip(instance) is { } reason)
        {
            _seen.Remove(id);
            WriteSkipped($"Skipped {instance.DisplayName()}: it {reason}.");
            return;
        }

        // Counted before anybody is asked, so that a run that is too large stops before the first question.
        if (_seen.Count > MaximumCount)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException($"There are more than {MaximumCount} instances (-MaximumCount). Nothing was {Words.Done}."),
                "MaximumCountExceeded",
                ErrorCategory.LimitsExceeded,
                id));
        }

        if (IsConfirmed(() => instance?.DisplayName() ?? id, Operation, IsForced))
        {
            _confirmed.Add(new KeyValuePair<string, string?>(id, instance?.Status));
        }
    }

    private List<string> Tell(RunAccount run)
    {
        // What fails every batch alike ends the sending; those that were under way with it are told before it is.
        ZecBatchResult? fatal = null;
        var left = new List<string>();
        var succeeded = new List<string>();
        while (Wait(run.NextAsync) is { } result && !Stopping)
        {
            WriteObject(result);
            succeeded.AddRange(result.SucceededIds);
            if (result.GetError()?.FailsEveryRequest == true)
            {
                fatal ??= result;
                left.AddRange(Left(result));
            }
            else
            {
                Report(result);
            }
        }

        Show(run);
        if (fatal is not null)
        {
            var neverSent = run.NeverSent;
            ThrowTerminatingError(ErrorRecords.From(
                fatal.GetError()!,
                left.Concat(neverSent).ToArray(),
                $"{Lead(fatal)} {neverSent.Count} more were not sent, and are as they were."));
        }

        if (run.UnknownIds is { Count: > 0 } unknown)
        {
            WriteWarning(VisibleText.Of(
                $"Nobody knows whether these were {Words.Done}; look before you try again: {string.Join(", ", unknown)}"));
        }

        return succeeded;
    }

    private void Report(ZecBatchResult result)
    {
        var failure = result.GetError();
        if (failure is null || result.UnknownIds.Count > 0)
        {
            foreach (var id in result.FailedIds)
            {
                WriteError(ErrorRecords.From(
                    ZecServiceException.NotDone(result.Action, Words.NotDoneCode, id, result.RequestId, Words.Done), id));
            }
        }

        if (failure is not null)
        {
            WriteError(ErrorRecords.From(failure, Left(result).ToArray(), Lead(result)));
        }
    }

    /// <summary>What the error of a batch is about.</summary>
    private static IReadOnlyList<string> Left(ZecBatchResult result)
        => result.UnknownIds.Count > 0 ? result.UnknownIds : result.FailedIds;

    private string Lead(ZecBatchResult result) => string.Format(
        CultureInfo.InvariantCulture,
        result.UnknownIds.Count > 0
            ? "Batch {0}: nobody knows whether {1} instances were {2}."
            : "Batch {0} ({1} instances) was not {2}.",
        result.BatchNumber,
        Left(result).Count,
        Words.Done);

    private void Show(RunAccount run) => WriteProgress(new ProgressRecord(0, Words.Activity, string.Format(
        CultureInfo.InvariantCulture, "{0} of {1} instances, in {2} batches", run.Done, run.Count, run.BatchCount))
    {
        PercentComplete = (int)(100L * run.Done / run.Count),
        RecordType = run.Done < run.Count ? ProgressRecordType.Processing : ProgressRecordType.Completed,
    });
}
