using System.Management.Automation;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Connection;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Shows the changes that were requested, and their outcomes.</para>
/// <para type="description">Returns one object for each batch or order of all runspaces of this process, the newest last; after a run that
/// ended early also the IDs that it never sent. The last 1,000 that succeeded are kept; those whose outcome is unknown, or that were
/// never sent, always. With -All, -InDoubt or -After, it also reads the journal, which has the changes of all processes of this user, also
/// of those that were killed. The cmdlet sends no request.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecOperation", HelpUri = OnlineHelp.Pages + "Get-ZecOperation.md")]
[OutputType(typeof(ZecOperation))]
public sealed class GetZecOperationCommand : ModuleCmdlet
{
    /// <summary><para type="description">Only those of these accounts, with wildcards; any of them.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(OperationAccountCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Account { get; set; }

    /// <summary><para type="description">Reads the journal: the changes of all processes of this user, of the last 30 days.</para></summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary><para type="description">Reads the journal, and returns only the changes whose outcome is unknown or not there yet. UnknownIds
    /// has the IDs of which that still holds: those that a later request or look has settled are left out.</para></summary>
    [Parameter]
    public SwitchParameter InDoubt { get; set; }

    /// <summary><para type="description">Reads the journal, and returns only the changes that began at this time or later.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public DateTimeOffset? After { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var accounts = new NamePatterns(Account);
        var operations = All || InDoubt || After is not null ? FromJournal() : ZecProcess.Current.Operations.Operations;
        WriteObject(operations.Where(operation => accounts.Match(operation.Account)), enumerateCollection: true);
    }

    private IReadOnlyList<ZecOperation> FromJournal()
    {
        var now = DateTimeOffset.Now;
        var read = Records();

        // The journal may have been turned off, moved or deleted since this process wrote it.
        var isOwnRead = read.Any(record => record.Process == ProcessIdentity.Current);
        ZecOperation[] own = [.. ZecProcess.Current.Operations.Operations.Where(operation => !(operation.IsJournaled && isOwnRead))];
        JournalRecord[] memory = [.. own.Select(operation => operation.ToRecord())];
        JournalRecord[] records = [.. read.Where(record => !memory.Any(record.IsToldBy))];
        if (!InDoubt)
        {
            return [.. records.Select(record => new ZecOperation(record, now)).Concat(own).Where(IsAsked).OrderBy(operation => operation.Time)];
        }

        // A doubt may be older than what settled it, so that none is left out before.
        var doubts = JournalDoubts.Of([.. records.Concat(memory).OrderBy(record => record.Time)]);
        return [.. doubts.Select(doubt => new ZecOperation(doubt.Record, now, doubt.Ids)).Where(IsAsked)];
    }

    private bool IsAsked(ZecOperation operation) => !(operation.Time < After);

    private IReadOnlyList<JournalRecord> Records()
    {
        if (ZecProcess.Current.Journal.Folder is not { } folder)
        {
            return [];
        }

        var reader = new JournalReader(folder);
        var records = reader.Read(InDoubt ? null : After);
        if (reader.UnreadableFiles + reader.UnreadableLines > 0)
        {
            WriteVerbose(
                $"The journal in {folder} has {reader.UnreadableFiles} files and {reader.UnreadableLines} lines that cannot be read, such as the "
                + "last line of a process that was killed. They are left out.");
        }

        return records;
    }
}
