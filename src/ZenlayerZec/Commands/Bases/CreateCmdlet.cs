using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Waiting;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of every cmdlet that creates things: it sends one request after the other, and none again whose answer is lost, since what is created
/// twice is paid twice.
/// </summary>
public abstract class CreateCmdlet : ThingCmdlet
{
    /// <summary>What is created.</summary>
    private protected abstract ResourceKind Kind { get; }

    /// <summary>How long to wait until what was created can be used; null means not at all.</summary>
    private protected virtual TimeSpan? WaitTime => null;

    /// <summary>A value in the filters that find what was created.</summary>
    private protected static string Quoted(string value) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";

    /// <summary>Sends requests, tells what became of each, and emits what was created.</summary>
    /// <param name="parts">The requests.</param>
    private protected void Create(IReadOnlyList<CreatePart> parts) => Create([new KeyValuePair<ZecClient, IReadOnlyList<CreatePart>>(Client, parts)]);

    /// <summary>Sends the requests of one account after those of another.</summary>
    /// <param name="accounts">The requests for each connection.</param>
    private protected void Create(IEnumerable<KeyValuePair<ZecClient, IReadOnlyList<CreatePart>>> accounts)
    {
        // All of them before the first is sent: what ends the command in one account leaves the others to be recorded as never sent.
        CreateRun[] runs = [.. accounts.Select(account => new CreateRun(Kind, account.Key, account.Value, Call()))];
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

    private void Show(CreateRun run) => WriteProgress(new ProgressRecord(0, $"Ordering {Kind.Plural}", string.Format(
        CultureInfo.InvariantCulture, "{0} of {1}, in {2} orders", run.Done, Kind.Count(run.Count), run.PartCount))
    {
        PercentComplete = (int)(100L * run.Done / run.Count),
        RecordType = run.HasNext ? ProgressRecordType.Processing : ProgressRecordType.Completed,
    });
}
