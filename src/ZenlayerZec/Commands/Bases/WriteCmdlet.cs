using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Completion;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of every cmdlet that changes instances: it collects those of the whole pipeline, each once, asks, and sends nothing before the
/// pipeline's end; then in batches of 100. It returns one result for each batch as it completes, which accounts for each of its IDs, and
/// writes an error for what failed.
/// </summary>
public abstract class WriteCmdlet : InstanceCmdlet
{
    private readonly HashSet<(string Account, string Id)> _seen = [];
    private readonly HashSet<string> _toldSkipped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeyValuePair<ZecClient, List<WriteItem>>> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeyValuePair<ZecClient, List<string>>> _declined = new(StringComparer.Ordinal);
    private WriteOperation? _operation;
    private int _wanted;
    private int _unlooked;

    /// <summary><para type="description">The instances' IDs.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [InstanceId(RefusesResults = true)]
    [ValidateInstanceId]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [InstanceObject(RefusesResults = true)]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">The maximum number of instances. If there are more, nothing is sent.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = int.MaxValue;

    /// <summary><para type="description">The maximum number of concurrent requests. The default is the connection's limit.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    /// <summary>How the action is spoken of.</summary>
    private protected abstract ActionWords Words { get; }

    /// <summary>What is done to an instance, with what that means for it: what a person is asked about.</summary>
    private protected abstract string Question { get; }

    /// <summary>Whether the user has answered for all of them by -Force.</summary>
    private protected virtual bool IsForced => false;

    /// <summary>What is done, by the parameters.</summary>
    private protected abstract WriteOperation CreateOperation();

    /// <summary>Why an instance is left out by more than its state; null where it is not.</summary>
    private protected virtual string? ReasonToSkip(ZecInstance instance) => null;

    /// <summary>Says that instances are left out: as a warning where somebody may count on their being destroyed.</summary>
    private void WriteSkipped(string text)
    {
        if (Operation.LooksFirst)
        {
            WriteWarning(text);
        }
        else if (IsVerbose)
        {
            WriteVerbose(text);
        }
    }

    /// <summary>What comes after the batches, for those that the service took.</summary>
    private protected virtual void Follow(ZecClient client, IReadOnlyList<string> succeeded)
    {
    }

    private WriteOperation Operation => _operation ??= CreateOperation();

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
        foreach (var declined in _declined.Values)
        {
            ZecProcess.Current.Operations.Add(ZecOperation.Declined(declined.Key, Operation.Action, declined.Value));
        }

        if (_unlooked > 0)
        {
            WriteWarning($"-WhatIf does not look at the service. The command itself first looks at {Reports.Count(_unlooked)} whose state is not known or not "
                + "fresh, and skips what is in the recycle bin or has come into use.");
        }

        foreach (var (client, succeeded) in Send(_accounts.Values))
        {
            Follow(client, succeeded);
        }
    }

    /// <summary>Sends batches and tells what became of them.</summary>
    /// <returns>The IDs that the service took, by connection.</returns>
    private protected IReadOnlyList<(ZecClient Client, List<string> Ids)> Send(
        IEnumerable<KeyValuePair<ZecClient, List<WriteItem>>> accounts)
    {
        var run = new RunAccount(Operation, accounts, Call(), Token)
        {
            WaitsAfterFailure = MayStopAtError,
            Progressed = progressed => Post(() => Show(progressed)),
        };
        var told = new RunTold();
        try
        {
            Show(run);
            Tell(run, told);
            Show(run);
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
            Conclude(run, told);
        }

        return told.Succeeded;
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
        if (ClientOf(instance) is not { } client || !_seen.Add((client.Options.Account, id)))
        {
            return;
        }

        var item = Item(id, instance);
        if (item.SkipReason is { } reason)
        {
            Of(_accounts, client).Add(item);
            _toldSkipped.Add(id);
            WriteSkipped($"Skipped {instance!.DisplayName()}: it {reason}.");
            return;
        }

        // Counted before anybody is asked, so that a run that is too large stops before the first question.
        if (++_wanted > MaximumCount)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException($"There are more than {MaximumCount} instances (-MaximumCount). Nothing was {Words.Done}."),
                "MaximumCountExceeded",
                ErrorCategory.LimitsExceeded,
                id));
        }

        if (IsConfirmed(() => Target(id, instance, client), Question, IsForced))
        {
            Of(_accounts, client).Add(item);
        }
        else if (!IsWhatIf)
        {
            Of(_declined, client).Add(id);
        }
        else if (Operation.LooksFirst && !new FirstLook(client, Operation, new ZecCallOptions()).IsFresh(item))
        {
            _unlooked++;
        }
    }

    /// <summary>The item with what is known of its state: an object that was read says it; a row at least says how it stood once.</summary>
    private WriteItem Item(string id, ZecInstance? instance)
    {
        if (instance is null)
        {
            return new WriteItem(id);
        }

        // Only an operation that destroys trusts the state of a row. For the others the service decides, by the state that it has now.
        var state = instance.Reading is not null || Operation.LooksFirst ? instance.Status : null;
        var reason = (instance.Reading is null ? null : ReasonToSkip(instance)) ?? (state is null ? null : Operation.SkipReason(state));
        return new WriteItem(id) { SkipReason = reason }.ReadAs(state, instance.Reading);
    }

    private string Target(string id, ZecInstance? instance, ZecClient client)
    {
        var name = instance?.DisplayName() ?? id;
        var isOther = _accounts.Keys.Any(account => account != client.Options.Account) || Chosen.Any(chosen => chosen.Options.Account != client.Options.Account);
        return isOther ? VisibleText.Of($"{name} in {client.Options.Account}") : name;
    }

    /// <summary>What is kept for an account.</summary>
    private static List<T> Of<T>(Dictionary<string, KeyValuePair<ZecClient, List<T>>> accounts, ZecClient client)
    {
        if (!accounts.TryGetValue(client.Options.Account, out var account))
        {
            accounts.Add(client.Options.Account, account = new KeyValuePair<ZecClient, List<T>>(client, []));
        }

        return account.Value;
    }

    private BatchReports Reports => new(Words, Operation);

    private void Tell(RunAccount run, RunTold told)
    {
        var reports = Reports;
        while (Wait(_ => run.NextAsync()) is { } result && !Stopping)
        {
            told.IsEmitting = true;
            WriteObject(result);
            told.IsEmitting = false;
            told.Add(run.Client!, result.SucceededIds);
            foreach (var text in reports.Skipped(result, _toldSkipped.Contains))
            {
                WriteSkipped(text);
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
    private void Conclude(RunAccount run, RunTold told)
    {
        if (run.UnknownIds.Count > 0)
        {
            WriteWarning(Reports.UnknownWarning(run.UnknownIds));
        }

        if (told.Fatal is { } fatal)
        {
            ThrowTerminatingError(Reports.Fatal(fatal, told.Left, run.NeverSent));
        }

        if (run.IsGivenUp && run.NeverSent.Count > 0)
        {
            ThrowTerminatingError(Reports.GivenUp(run.NeverSent));
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

    private void Show(RunAccount run)
    {
        if (run.Count > 0)
        {
            WriteProgress(new ProgressRecord(0, Words.Activity, string.Format(
                CultureInfo.InvariantCulture, "{0} of {1} instances, in {2} batches", run.Done, run.Count, run.BatchCount))
            {
                PercentComplete = (int)(100L * run.Done / run.Count),
                RecordType = run.Done < run.Count ? ProgressRecordType.Processing : ProgressRecordType.Completed,
            });
        }
    }
}
