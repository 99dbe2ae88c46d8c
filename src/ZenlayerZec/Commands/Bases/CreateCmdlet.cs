using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of every cmdlet that creates things: it sends one request after the other, and none again whose answer is lost, since what is created
/// twice is paid twice. Where things are created in others, such as subnets in VPCs, there is a request for each of those that are piped.
/// </summary>
public abstract class CreateCmdlet : ThingCmdlet
{
    private readonly List<(ZecClient Client, CreatePart Part)> _wanted = [];
    private readonly Dictionary<(string Account, string Id), string?> _seen = [];

    /// <summary>What is created.</summary>
    private protected abstract ResourceKind Kind { get; }

    /// <summary>How long to wait until what was created can be used; null means not at all.</summary>
    private protected virtual TimeSpan? WaitTime => null;

    /// <summary>What the things are created in; null where they stand for themselves.</summary>
    private protected virtual ResourceKind? ParentKind => null;

    /// <summary>What the parameter for the IDs of parents has.</summary>
    private protected virtual string[] ParentIds => [];

    /// <summary>What the parameter for parents as objects has.</summary>
    private protected virtual ZecObject[] Parents => [];

    /// <summary>The maximum number of parents; if there are more, nothing is sent.</summary>
    private protected virtual int Most => int.MaxValue;

    /// <summary>What each record may say by itself, such as a name; null where the parameters are the same for all.</summary>
    private protected virtual string? ValueAtHand => null;

    /// <summary>Whether the things cost from then on, which makes a request an order.</summary>
    private protected virtual bool IsBilled => false;

    /// <summary>The request, by the parameters as they are now; null in a cmdlet that makes its requests by itself.</summary>
    /// <param name="parent">What the thing is created in; one that was named by its ID has nothing else. Null where there is no parent.</param>
    private protected virtual CreatePart? Part(ZecObject? parent) => null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParentKind is not { } kind)
        {
            return;
        }

        var isById = ParameterSetName == IdSet;
        foreach (var parent in isById ? ParentIds.Select(id => kind.Read(name => name == kind.IdName ? id : null)!) : Parents)
        {
            var client = isById ? Client : ClientOf(kind, parent);
            if (client is not null && IsFirst(client, kind.IdOf(parent)) && Part(parent) is { } part)
            {
                _wanted.Add((client, part with { ParentId = kind.IdOf(parent) }));
            }
        }
    }

    /// <summary>Whether a parent has not come before. One that comes with two values would lose one of them, and nothing has been sent yet.</summary>
    private bool IsFirst(ZecClient client, string id)
    {
        var key = (client.Options.Account, id);
        if (_seen.TryGetValue(key, out var before))
        {
            if (before != ValueAtHand)
            {
                ThrowTerminatingError(new ErrorRecord(
                    new InvalidOperationException(VisibleText.Of(
                        $"The {ParentKind!.Noun} {id} is to have both {before ?? "a default"} and {ValueAtHand ?? "a default"}. Nothing was created.")),
                    "SeveralValues",
                    ErrorCategory.InvalidArgument,
                    id));
            }

            return false;
        }

        _seen.Add(key, ValueAtHand);
        if (_seen.Count > Most)
        {
            ThrowTerminatingError(ErrorRecords.MaximumCountExceeded(Most, ParentKind!.Plural, "sent", id));
        }

        return true;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParentKind is null && Part(parent: null) is { } only)
        {
            _wanted.Add((Client, only));
        }

        // All are asked about before the first is sent.
        var wanted = _wanted.Where(one => ShouldProcess(one.Part.Target, Question(one.Part.Count))).ToArray();
        if (wanted.Length > 0)
        {
            Create(wanted.GroupBy(one => one.Client, one => one.Part)
                .Select(account => new KeyValuePair<ZecClient, IReadOnlyList<CreatePart>>(account.Key, [.. account])));
        }
    }

    /// <summary>What a person is asked.</summary>
    private string Question(int count)
        => $"Create {Kind.Count(count)}{(IsBilled ? $", which {(count == 1 ? "is" : "are")} billed from then on" : string.Empty)}";

    /// <summary>Sends requests, tells what became of each, and emits what was created.</summary>
    /// <param name="parts">The requests.</param>
    private protected void Create(IReadOnlyList<CreatePart> parts)
        => Create([new KeyValuePair<ZecClient, IReadOnlyList<CreatePart>>(Client, parts)]);

    /// <summary>Sends the requests of one account after those of another.</summary>
    /// <param name="accounts">The requests for each connection.</param>
    private protected void Create(IEnumerable<KeyValuePair<ZecClient, IReadOnlyList<CreatePart>>> accounts)
    {
        // All of them before the first is sent: what ends the command in one account leaves the others to be recorded as never sent.
        CreateRun[] runs = [.. accounts.Select(account => new CreateRun(Kind, account.Key, account.Value, IsBilled, Call()))];
        try
        {
            foreach (var run in runs)
            {
                Create(run);
            }
        }
        finally
        {
            foreach (var run in runs)
            {
                run.Dispose();
            }
        }

        WarnOfJournal();
    }

    private void Create(CreateRun run)
    {
        try
        {
            SendAll(run);
            if (WaitTime is { } time && run.Ids.Count > 0 && WaitGoal.After(Kind, Kind.CreateAction) is { } goal)
            {
                EmitArriving(new StateWaiter(run.Client, run.Ids, goal, time, Call()) { IsAfterOrder = true });
            }
        }
        finally
        {
            if (Stopping)
            {
                // A stopped pipeline accepts no output; the user at the console must still be told.
                Host?.UI?.WriteWarningLine(run.Summary);
            }
        }
    }

    private void SendAll(CreateRun run)
    {
        try
        {
            while (run.HasNext && !Stopping && Send(run))
            {
            }
        }
        finally
        {
            if (!Stopping)
            {
                WriteEnd(run.NeverSent == 0 ? run.Totals.Ended : run.Totals.Stopped);
            }
        }
    }

    /// <summary>Sends the next request and reports its outcome.</summary>
    /// <returns>Whether the next one may be sent.</returns>
    private bool Send(CreateRun run)
    {
        Show(run);
        try
        {
            var created = Wait(run.NextAsync);
            Show(run);
            if (WaitTime is null)
            {
                Emit(created, run.Client);
            }

            if (created.Ids.Count == run.Last.Count)
            {
                return true;
            }

            // The service did not do what was asked, so nothing more is ordered.
            WriteError(CreateErrors.CountDiffers(created, run));
            return false;
        }
        catch (ZecException failure) when (!Stopping)
        {
            Show(run);
            return Report(failure, run);
        }
        catch (ZecException)
        {
            return false;
        }
    }

    /// <summary>Emits the new things as they are now; where they cannot be read, with their IDs alone.</summary>
    private void Emit(Created created, ZecClient client)
    {
        if (created.Emitted is { } emitted)
        {
            WriteObject(emitted);
            return;
        }

        IReadOnlyDictionary<string, ZecObject> found = new Dictionary<string, ZecObject>();
        try
        {
            found = Wait(cancellation => Kind.List.FindAsync(client, ReadingCall(), created.Ids, cancellation));
        }
        catch (ZecException failure)
        {
            WriteVerbose($"The new {Kind.Plural} could not be read: {failure.Message}");
        }

        foreach (var id in created.Ids)
        {
            WriteObject(found.TryGetValue(id, out var thing) ? thing : Kind.Read(name => name switch
            {
                _ when name == Kind.IdName => id,
                nameof(ZecObject.Account) => client.Options.Account,
                _ => null,
            }));
        }
    }

    private bool Report(ZecException failure, CreateRun run)
    {
        if (failure.OutcomeUnknown)
        {
            WriteError(CreateErrors.Unknown(failure, run));
            return false;
        }

        WriteOrEnd(failure, CreateErrors.NotPlaced(failure, run));
        return true;
    }

    private void Show(CreateRun run)
    {
        var (activity, requests) = run.IsBilled ? ("Ordering", "orders") : ("Creating", "requests");
        WriteProgress(new ProgressRecord(0, $"{activity} {Kind.Plural}", string.Format(
            CultureInfo.InvariantCulture, "{0} of {1}, in {2} {3}", run.Done, Kind.Count(run.Count), run.PartCount, requests))
        {
            PercentComplete = (int)(100L * run.Done / run.Count),
            RecordType = run.HasNext ? ProgressRecordType.Processing : ProgressRecordType.Completed,
        });
    }
}
