using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Commands.Resuming;
using ZenlayerZec.Completion;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Continues changes of which something is unknown, failed or was never sent.</para>
/// <para type="description">Looks first at everything that the results or operations leave open. What a look shows as done is returned
/// as succeeded, and nothing is sent for it. The rest is sent again by the same cmdlet with the same options, which asks, sends, reports and
/// returns results as always. What was declined or skipped, or has succeeded, is left alone.</para>
/// </summary>
[Cmdlet(
    VerbsLifecycle.Resume, "ZecOperation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, HelpUri = OnlineHelp.Pages + "Resume-ZecOperation.md")]
[OutputType(typeof(ZecBatchResult))]
public sealed class ResumeZecOperationCommand : ThingCmdlet
{
    private static readonly string[] PassedOn =
        ["Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction", "ProgressAction", "WhatIf", "Confirm", "ThrottleLimit", "Connection"];

    private readonly List<ResumedGroup> _groups = [];

    /// <summary><para type="description">Results of the cmdlets that change things, or operations as Get-ZecOperation returns them, also
    /// those that came from a file or another process.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNull]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary><para type="description">Also sends again a restart or a reset of which it is unknown whether it was carried out. If it was, the
    /// instance is restarted or formatted a second time.</para></summary>
    [Parameter]
    public SwitchParameter IncludeUnknown { get; set; }

    /// <summary><para type="description">Also releases what is in use now, such as instances that are RUNNING. The operation does not
    /// record whether they were in use when the release was requested.</para></summary>
    [Parameter]
    public SwitchParameter IncludeRunning { get; set; }

    /// <summary><para type="description">The maximum number of things to which something is sent. If there are more, nothing is sent.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = int.MaxValue;

    /// <summary><para type="description">The maximum number of concurrent requests. The default is the connection's limit.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is sent.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputObject)
        {
            if (Leftover.Of(item) is { } left)
            {
                Take(left, item);
            }
            else
            {
                Refuse("NotAnOperation", "Only results of the cmdlets that change things, and operations of Get-ZecOperation, can be resumed.", item);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_groups.Count > 0)
        {
            var later = LaterChanges.Read();
            _groups.ForEach(group => group.LeaveOvertaken(later));
        }

        foreach (var group in _groups.Where(group => group.Ids.Count > 0))
        {
            Look(group);
        }

        var count = _groups.Sum(group => group.ToSend.Count);
        if (count > MaximumCount)
        {
            ThrowTerminatingError(ErrorRecords.MaximumCountExceeded(MaximumCount, Things(_groups), "sent", count));
        }

        foreach (var group in _groups)
        {
            TellLeft(group);
            if (!IsWhatIf)
            {
                TellLooked(group);
            }

            if (group.ToSend.Count > 0 && !Stopping)
            {
                Send(group);
            }
        }

        WarnOfJournal();
    }

    private void Take(Leftover left, PSObject item)
    {
        if (left.UnknownIds.Count + left.OpenIds.Count == 0 && !left.HasNoIds)
        {
            return;
        }

        if (left.Worker is { } worker)
        {
            WriteWarning(VisibleText.Of(
                $"{left.Action} was not resumed for {left.UnknownIds.Count} IDs: process {worker} may still be sending the request. Wait until the process has ended."));
            return;
        }

        if (ResumedChange.Of(left.Action, left.Options) is not { } change)
        {
            Refuse("CannotResume", $"{left.Action} cannot be resumed. {ResumedChange.Advice(left.Action, left.Options)}", item);
            return;
        }

        if (ClientFor(left, item) is not { } client)
        {
            return;
        }

        var group = _groups.FirstOrDefault(one => one.Client.Options.Identity == client.Options.Identity && one.Change.Cmdlet == change.Cmdlet && Same(one.Change, change));
        if (group is null)
        {
            _groups.Add(group = new ResumedGroup(client, change));
        }

        foreach (var (id, isUnknown) in left.UnknownIds.Select(id => (id, true)).Concat(left.OpenIds.Select(id => (id, false))))
        {
            if (!ValidateIdAttribute.IsValid(id))
            {
                Refuse("IdInvalid", $"'{id}' is not a valid {change.Operation.Kind.Noun} ID. Nothing was sent for it.", item);
                continue;
            }

            // The last thing that was asked for counts: an older one must not undo it.
            _groups.Where(other => other != group && other.Kind == group.Kind && other.Client.Options.Identity == client.Options.Identity)
                .Where(other => !LaterChanges.AreApart(other.Change.Operation, change.Operation)).ToList().ForEach(other => other.Remove(id));
            group.Add(id, isUnknown, left);
        }
    }

    /// <summary>
    /// The connection for what is left. What the journal has is of an account by its identity, because a name may stand for another account in
    /// another process.
    /// </summary>
    private ZecClient? ClientFor(Leftover left, PSObject item)
    {
        if (left.Client is not null || left.Identity is not { } identity)
        {
            return ClientOf(left.Client, left.Account, left.Action, item);
        }

        IReadOnlyList<ZecClient> used = Chosen.Count > 0 ? Chosen : [Client];
        return used.FirstOrDefault(client => client.Options.Identity == identity) ?? ClientOf(null, identity, left.Action, item);
    }

    private static bool Same(ResumedChange one, ResumedChange other)
        => one.Parameters.Count == other.Parameters.Count && one.Parameters.All(given => other.Parameters.TryGetValue(given.Key, out var value) && Equals(value, given.Value));

    private static string Things(IEnumerable<ResumedGroup> groups)
        => groups.Select(group => group.Kind.Plural).Distinct(StringComparer.Ordinal).ToArray() is [var only] ? only : "things";

    private void Refuse(string code, string why, PSObject item)
    {
        var message = VisibleText.Of(why);
        WriteError(new ErrorRecord(new InvalidOperationException(message), code, ErrorCategory.InvalidArgument, item)
        {
            ErrorDetails = new ErrorDetails(message),
        });
    }

    private void Look(ResumedGroup group)
    {
        try
        {
            if (group.Wait(DateTimeOffset.Now) is var rest && rest > TimeSpan.Zero)
            {
                WriteVerbose(string.Format(CultureInfo.InvariantCulture, "Waiting {0:0.#} s, because the last request may still take effect.", rest.TotalSeconds));
                Wait(async stop =>
                {
                    await group.Client.Options.DelayAsync(rest, stop).ConfigureAwait(false);
                    return true;
                });
            }

            var call = ReadingCall();
            group.Divide(Wait(stop => group.Kind.List.FindAsync(group.Client, call, group.Ids, stop)), IncludeUnknown, IncludeRunning);
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, group.Ids.ToArray(), $"The {group.Kind.Plural} could not be read. Nothing was sent.", group.Kind));
        }
    }

    /// <summary>Says what is left alone, and why.</summary>
    private void TellLeft(ResumedGroup group)
    {
        var operation = group.Change.Operation;
        if (group.Overtaken.Length > 0)
        {
            WriteWarning(VisibleText.Of(
                $"{operation.Action} was not resumed for {BatchReports.Named(operation.Kind, group.Overtaken)}: a later change has succeeded. "
                + $"If it is still wanted, run {group.Change.Cmdlet}."));
        }

        if (group.OutOfLimit.Length > 0)
        {
            WriteWarning(VisibleText.Of(
                $"{operation.Action} was not resumed for {BatchReports.Named(operation.Kind, group.OutOfLimit)}: "
                + (group.Change.Has(InstanceOperations.ByPlan)
                    ? "a plan says what was to be released, and it is not kept. Make it again with Get-ZecReleasePlan, and pipe it to Remove-ZecInstance."
                    : "only what is in the recycle bin was to be deleted permanently.")));
        }

        if (group.InUse.Length > 0)
        {
            WriteWarning(VisibleText.Of(
                $"{operation.Action} was not resumed for {BatchReports.Named(operation.Kind, group.InUse)}. "
                + $"{group.Kind.TitlePlural} that are in use now are released only with -IncludeRunning."));
        }
    }

    /// <summary>Emits what a look settled, and writes it down, so that it is no longer in doubt for anybody.</summary>
    private void TellLooked(ResumedGroup group)
    {
        var operation = group.Change.Operation;
        if (group.Done.Length + group.Unknown.Length + group.InUse.Length + group.OutOfLimit.Length > 0)
        {
            TellLooked(group, new ZecBatchResult(operation.Action, 0, group.Client)
            {
                SucceededIds = group.Done,
                UnknownIds = group.Unknown,
                SkippedIds = group.InUse.Concat(group.OutOfLimit).ToArray(),
            });
        }

        if (group.Done.Length > 0 && group.Change.Has("PurgeDependentResource"))
        {
            WriteWarning(VisibleText.Of(
                $"The disks and elastic IPs of {BatchReports.Named(operation.Kind, group.Done)} were not read directly before the release, so that none of them was "
                + "deleted permanently. Get-ZecDisk -Status RECYCLED and Get-ZecEip -Status RECYCLED list what is in the recycle bins."));
        }

        if (group.Unknown.Length > 0)
        {
            WriteWarning(VisibleText.Of(
                $"It is still unknown whether {operation.Action} was carried out for {BatchReports.Named(operation.Kind, group.Unknown)}. Look at them first. "
                + "With -IncludeUnknown the request is sent again; if the first one was carried out, the action happens twice."));
        }

        ZecException[] missing = [.. group.Missing.Select(id => ZecServiceException.NotThere(operation.Kind, id, said: null))];
        if (missing.Length > 0)
        {
            TellLooked(group, new ZecBatchResult(operation.Action, 0, group.Client) { FailedIds = group.Missing, Error = missing[0] });
        }

        for (var i = 0; i < missing.Length; i++)
        {
            WriteError(ErrorRecords.From(missing[i], group.Missing[i], kind: group.Kind));
        }
    }

    private void TellLooked(ResumedGroup group, ZecBatchResult looked)
    {
        if (group.Kind == InstanceKind.Kind && group.Change.Operation.Releases)
        {
            // Nobody read them before the release whose outcome the look has shown.
            looked.TellDependents(() => looked.SucceededIds.Select(id => new KeyValuePair<string, InstanceDependents>(id, InstanceDependents.Nothing(id))));
        }

        looked.Options = WriteOptions.Of([.. group.Change.Parameters.Select(given => (given.Key, (object?)given.Value))]);
        ZecProcess.Current.Operations.Add(ZecOperation.Looked(looked, Call().Origin));
        WriteObject(looked);
    }

    /// <summary>Runs the cmdlet that does it, in this one's place: its objects, errors, questions and progress are this cmdlet's.</summary>
    private void Send(ResumedGroup group)
    {
        var parameters = new Hashtable();
        foreach (var given in group.Change.CmdletParameters)
        {
            parameters[given.Key] = given.Value;
        }

        foreach (var name in PassedOn.Where(MyInvocation.BoundParameters.ContainsKey))
        {
            parameters[name] = MyInvocation.BoundParameters[name];
        }

        if (Force && group.Change.Type.GetProperty(nameof(Force)) is not null)
        {
            parameters[nameof(Force)] = true;
        }

        var runspace = ZecProcess.Current.Runspace;
        runspace.Origin = Call().Origin;
        try
        {
            using var pipeline = ScriptBlock.Create("param($command, $parameters) & $command @parameters")
                .GetSteppablePipeline(CommandOrigin.Internal, [new CmdletInfo(group.Change.Cmdlet, group.Change.Type), parameters]);
            pipeline.Begin(expectInput: true, (EngineIntrinsics)GetVariableValue("ExecutionContext"));
            foreach (var thing in group.ToSend)
            {
                pipeline.Process(thing);
            }

            pipeline.End();
        }
        finally
        {
            runspace.Origin = null;
        }
    }
}
