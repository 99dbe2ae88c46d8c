using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of the cmdlets that create things, one request after the other: an answer that is lost is never asked for again, since what is created
/// twice is paid twice. The first request of which nobody can tell ends the command; the rest is never sent. It emits what was created, as the
/// service lists it.
/// </summary>
public abstract class CreateCmdlet : ThingCmdlet
{
    /// <summary>The service takes no signature that is further off, so that nothing is dated earlier than this before it was asked for.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly Stopwatch _watch = new();
    private int _created;
    private int _failed;
    private int _unknown;
    private int _neverSent;

    /// <summary>What is created.</summary>
    private protected abstract ResourceKind Kind { get; }

    /// <summary>The API's action.</summary>
    private protected abstract string Action { get; }

    /// <summary>How long to wait until what was created can be used; null means not at all.</summary>
    private protected virtual TimeSpan? WaitTime => null;

    /// <summary>What is asked for, once the whole pipeline was read.</summary>
    private protected abstract IEnumerable<Creation> Creations();

    /// <summary>A value of a look in quotes.</summary>
    private protected static string Quoted(string value) => $"'{value.Replace("'", "''")}'";

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // All are asked about before the first is sent.
        Creation[] wanted = [.. Creations().Where(creation => ShouldProcess(creation.Target, $"Create {Kind.Count(creation.Count)}"))];
        if (wanted.Length == 0)
        {
            return;
        }

        _watch.Start();
        var created = new List<(ZecClient Client, string Id)>();
        var sent = 0;
        try
        {
            while (sent < wanted.Length && !Stopping && Send(wanted[sent], created))
            {
                sent++;
            }
        }
        finally
        {
            Leave(wanted.Skip(sent + 1));
            Tell();
        }

        if (WaitTime is { } time)
        {
            WaitForAll(created, time);
        }

        WarnOfJournal();
    }

    /// <summary>Sends a request and tells what became of it.</summary>
    /// <returns>Whether the next one may be sent.</returns>
    private bool Send(Creation creation, List<(ZecClient Client, string Id)> created)
    {
        var watch = Stopwatch.StartNew();
        var call = Call();
        var attempts = 0;
        var tell = call.Trace;
        call.Trace = trace =>
        {
            attempts = trace.Attempt;
            tell?.Invoke(trace);
        };
        var sent = creation.Client.ServiceTime;
        var log = ZecProcess.Current.Operations;
        try
        {
            var answer = Wait(stop => creation.SendAsync(call, stop));
            _created += answer.Ids.Count;
            _failed += Math.Max(0, creation.Count - answer.Ids.Count);
            log.Add(ZecOperation.Created(creation.Client, Action, answer.Ids, creation.Count, answer.RequestId, attempts, watch.Elapsed, call));
            created.AddRange(answer.Ids.Select(id => (creation.Client, id)));
            if (WaitTime is null)
            {
                Emit(creation.Client, answer);
            }

            if (answer.Ids.Count != creation.Count)
            {
                // The service did not do what was asked, so nothing more is asked for.
                WriteError(CountDiffers(creation, answer, sent));
            }

            return answer.Ids.Count == creation.Count;
        }
        catch (ZecException failure)
        {
            _ = failure.OutcomeUnknown ? _unknown += creation.Count : _failed += creation.Count;
            log.Add(ZecOperation.NotOrdered(
                creation.Client.Options.Account, Action, creation.Count, failure, watch.Elapsed, call, creation.Client.Options.Journal?.IsWritten == true));
            return !Stopping && Report(creation, failure, sent);
        }
    }

    private bool Report(Creation creation, ZecException failure, DateTimeOffset sent)
    {
        if (!failure.OutcomeUnknown)
        {
            WriteOrEnd(failure, ErrorRecords.From(failure, creation.Target, $"{Capital(creation.Target)} was not created:", Kind));
            return true;
        }

        var look = Look(creation, sent);
        var error = ErrorRecords.From(
            failure, creation.Target, $"It is unknown whether {creation.Target} was created. Look before you try again: {look}", Kind);
        error.ErrorDetails.RecommendedAction = $"It may have been created; what is created twice is paid twice. {look}";
        WriteError(error);
        return false;
    }

    private ErrorRecord CountDiffers(Creation creation, CreatedThings answer, DateTimeOffset sent)
    {
        var message = VisibleText.Of(
            $"{Kind.Count(creation.Count)} had been asked for, and the answer has the IDs of {answer.Ids.Count} (requestId {answer.RequestId}).");
        return new ErrorRecord(new InvalidOperationException(message), $"{Kind.Stem}CountDiffers", ErrorCategory.InvalidResult, creation.Target)
        {
            ErrorDetails = new ErrorDetails(message) { RecommendedAction = $"To see which exist: {Look(creation, sent)}" },
        };
    }

    /// <summary>Emits what was created. What cannot be read is an error that has the IDs.</summary>
    private void Emit(ZecClient client, CreatedThings answer)
    {
        try
        {
            var found = Wait(stop => Kind.List.FindAsync(client, ReadingCall(), answer.Ids, stop));
            foreach (var id in answer.Ids)
            {
                WriteObject(found.TryGetValue(id, out var thing) ? thing : Kind.Read(name => name == Kind.IdName ? id : null));
            }
        }
        catch (ZecException failure)
        {
            WriteError(ErrorRecords.From(
                failure, answer.Ids.ToArray(), $"{Kind.Count(answer.Ids.Count)} ({string.Join(", ", answer.Ids)}) were created and could not be read afterwards:", Kind));
        }
    }

    private void WaitForAll(List<(ZecClient Client, string Id)> created, TimeSpan time)
    {
        foreach (var account in created.GroupBy(one => one.Client, one => one.Id))
        {
            var goal = WaitGoal.After(Kind, Action) ?? throw new InvalidOperationException($"{Action} leads to no state.");
            EmitArriving(new StateWaiter(account.Key, [.. account], goal, time, Call()) { IsAfterOrder = true });
        }
    }

    private static string Look(Creation creation, DateTimeOffset sent) => string.Format(
        CultureInfo.InvariantCulture,
        "{0} | Where-Object CreateTime -ge '{1:yyyy-MM-dd'T'HH:mm:ss'Z'}'",
        creation.Look,
        (sent - ClockTolerance).UtcDateTime);

    /// <summary>Records what was never sent.</summary>
    private void Leave(IEnumerable<Creation> rest)
    {
        foreach (var creation in rest)
        {
            _neverSent += creation.Count;
            ZecProcess.Current.Operations.Add(ZecOperation.NeverOrdered(creation.Client.Options.Account, Action, creation.Count));
        }
    }

    /// <summary>Tells the counts; a stopped pipeline takes no output, and the user at the console must still be told.</summary>
    private void Tell()
    {
        var totals = new RunTotals(Action, _created, _failed, _unknown, Skipped: 0, _neverSent, _watch.Elapsed);
        if (Stopping)
        {
            Host?.UI?.WriteWarningLine($"{totals.Stopped} Get-ZecOperation lists the new IDs.");
        }
        else
        {
            WriteEnd(_neverSent == 0 ? totals.Ended : totals.Stopped);
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
