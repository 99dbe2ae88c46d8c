using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Snapshot;

/// <content>The API wants the disk of each snapshot, and one disk can be put back to one snapshot only.</content>
public sealed partial class RestoreZecSnapshotCommand
{
    private readonly Dictionary<string, string> _disks = new(StringComparer.Ordinal);

    private protected override bool IsRoundTrip => true;

    private protected override string QuestionOf(ZecObject? thing)
        => thing is ZecSnapshot { DiskId: { Length: > 0 } diskId } ? $"Overwrite the disk {diskId} with the snapshot" : Question;

    private protected override WriteOperation CreateOperation() => SnapshotOperations.Restore(DiskOf);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var snapshot in InputObject.Where(snapshot => snapshot is { Reading: not null, DiskId.Length: > 0 }))
        {
            _disks[snapshot.SnapshotId] = snapshot.DiskId!;
        }

        base.ProcessRecord();
    }

    /// <summary>The API wants the disk too: it comes with an object that was read, or by a look.</summary>
    private protected override void Prepare(ZecClient client, IReadOnlyList<WriteItem> items)
    {
        WriteItem[] unread = [.. items.Where(item => !_disks.ContainsKey(item.Id))];
        if (unread.Length > 0)
        {
            Read(client, unread);
        }

        // In which order they would arrive, nobody knows.
        if (items.Where(item => item.Failure is null).GroupBy(item => _disks[item.Id], item => item.Id).FirstOrDefault(disk => disk.Count() > 1) is { } several)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException($"The disk {several.Key} is to be restored from several snapshots: {string.Join(", ", several)}. Nothing was sent."),
                "SeveralSnapshots",
                ErrorCategory.InvalidArgument,
                several.ToArray()));
        }
    }

    private void Read(ZecClient client, WriteItem[] unread)
    {
        string[] ids = [.. unread.Select(item => item.Id)];
        try
        {
            var found = Wait(stop => SnapshotKind.Kind.List.FindAsync(client, Call(), ids, stop));
            foreach (var item in unread)
            {
                if (!found.TryGetValue(item.Id, out var snapshot))
                {
                    item.Failure = ZecServiceException.NotThere(SnapshotKind.Kind, item.Id, said: null);
                }
                else if (((ZecSnapshot)snapshot).DiskId is { Length: > 0 } diskId)
                {
                    _disks[item.Id] = diskId;
                }
                else
                {
                    item.Failure = ZecServiceException.NoOwner(SnapshotKind.Kind, item.Id, DiskKind.Kind);
                }
            }
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, ids, "The snapshots could not be read. Nothing was sent.", SnapshotKind.Kind));
        }
    }

    private string DiskOf(string snapshotId) => _disks[snapshotId];
}
