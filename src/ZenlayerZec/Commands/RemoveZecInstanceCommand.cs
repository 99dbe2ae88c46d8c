using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Releases instances, a hundred a request.</para>
/// <para type="description">Collects the instances of the whole pipeline and sends nothing before its end: the service pages by number,
/// so releases during a listing would make it skip instances; and where what comes before fails midway, nothing was destroyed.
/// Emits one result a batch, which accounts for each of its IDs, and writes one error for each ID that failed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ZecBatchResult))]
public sealed class RemoveZecInstanceCommand : ZecCmdlet
{
    private const string IdSet = "Id";
    private const string ObjectSet = "Object";

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

    /// <summary><para type="description">Releases the instances alone. Their elastic IPs, detachable disks and secondary network interfaces
    /// stay, and go on costing; without it they go too.</para></summary>
    [Parameter]
    public SwitchParameter KeepDependentResource { get; set; }

    /// <summary><para type="description">The most instances this run may release: where there are more, nothing is sent.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = int.MaxValue;

    /// <summary><para type="description">How many seconds one attempt of a request may take; by default as many as the connection allows.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int? TimeoutSec { get; set; }

    /// <summary><para type="description">How many requests may be on their way at once; by default as many as the connection allows.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    /// <summary><para type="description">Does not ask. With -WhatIf, or $WhatIfPreference, nothing is released all the same.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private string Operation => KeepDependentResource
        ? "Release alone (its elastic IPs, detachable disks and secondary NICs stay, and go on costing)"
        : "Release with its elastic IPs, detachable disks and secondary NICs";

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
        if (_confirmed.Count == 0)
        {
            return;
        }

        var call = Call();
        call.AttemptTimeout = TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        call.ThrottleLimit = ThrottleLimit;
        var batches = InstanceBatches.Release(Client, _confirmed, releaseDependentResources: !KeepDependentResource, call);
        var run = new BatchRun(batches, MayStopAtError, progressed => Post(() => Show(progressed)));
        try
        {
            Show(run);
            Tell(run);
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

    private void Tell(BatchRun run)
    {
        // What fails every batch alike ends the sending; those that were under way with it are told before it is.
        ZecBatchResult? fatal = null;
        var left = new List<string>();
        while (Wait(run.NextAsync) is { } result && !Stopping)
        {
            WriteObject(result);
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

        if (run.UnknownInstanceIds is { Count: > 0 } unknown)
        {
            WriteWarning(ScreenText.Of(
                $"Nobody knows whether these were released; look before you try again: {string.Join(", ", unknown)}"));
        }
    }

    private void Take(string id, ZecInstance? instance)
    {
        if (!_seen.Add(id) || IsOnItsWayOut(instance))
        {
            return;
        }

        // Counted before anybody is asked, so that a run that is too large stops before the first question.
        if (_seen.Count > MaximumCount)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException($"There are more than {MaximumCount} instances (-MaximumCount). Nothing was released."),
                "MaximumCountExceeded",
                ErrorCategory.LimitsExceeded,
                id));
        }

        if (IsConfirmed(instance is null ? id : Name(instance), Operation, Force))
        {
            _confirmed.Add(new KeyValuePair<string, string?>(id, instance?.Status));
        }
    }

    private bool IsOnItsWayOut(ZecInstance? instance)
    {
        var reason = instance?.Status?.ToUpperInvariant() switch
        {
            InstanceStatus.Releasing => "is being released already",
            InstanceStatus.Recycling => "is on its way into the recycle bin already",
            InstanceStatus.Recycle => "is in the recycle bin, where a second release would destroy it for good",
            _ => null,
        };
        if (reason is null)
        {
            return false;
        }

        _seen.Remove(instance!.InstanceId);
        WriteWarning($"Skipped {Name(instance)}: it {reason}.");
        return true;
    }

    private static string Name(ZecInstance instance) => ScreenText.Of(
        string.IsNullOrEmpty(instance.InstanceName) ? instance.InstanceId : $"{instance.InstanceName} ({instance.InstanceId})");

    private void Report(ZecBatchResult result)
    {
        var failure = result.GetError();
        if (failure is null || result.UnknownInstanceIds.Count > 0)
        {
            foreach (var id in result.FailedInstanceIds)
            {
                WriteError(ErrorRecords.From(ZecServiceException.NotReleased(id, result.RequestId), id));
            }
        }

        if (failure is not null)
        {
            WriteError(ErrorRecords.From(failure, Left(result).ToArray(), Lead(result)));
        }
    }

    /// <summary>What the error of a batch is about.</summary>
    private static IReadOnlyList<string> Left(ZecBatchResult result)
        => result.UnknownInstanceIds.Count > 0 ? result.UnknownInstanceIds : result.FailedInstanceIds;

    private static string Lead(ZecBatchResult result) => string.Format(
        CultureInfo.InvariantCulture,
        result.UnknownInstanceIds.Count > 0
            ? "Batch {0}: nobody knows whether {1} instances were released."
            : "Batch {0} ({1} instances) was not released.",
        result.BatchNumber,
        Left(result).Count);

    private void Show(BatchRun run) => WriteProgress(new ProgressRecord(0, "Releasing instances", string.Format(
        CultureInfo.InvariantCulture, "{0} of {1} instances, in {2} batches", run.Done, run.Count, run.BatchCount))
    {
        PercentComplete = (int)(100L * run.Done / run.Count),
        RecordType = run.Done < run.Count ? ProgressRecordType.Processing : ProgressRecordType.Completed,
    });
}
