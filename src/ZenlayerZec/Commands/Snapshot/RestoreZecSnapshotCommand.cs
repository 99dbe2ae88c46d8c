using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Snapshot;

/// <summary>
/// <para type="synopsis">Puts disks back to what they were when snapshots of them were made, one in each request.</para>
/// <para type="description">Overwrites the disk with what the snapshot has. What was written since is lost. A request whose answer is lost is not sent
/// again.</para>
/// </summary>
[Cmdlet(VerbsData.Restore, "ZecSnapshot", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = OnlineHelp.Pages + "Restore-ZecSnapshot.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecSnapshot))]
public sealed class RestoreZecSnapshotCommand : TransitionCmdlet
{
    private readonly Dictionary<string, string> _disks = new(StringComparer.Ordinal);

    /// <summary><para type="description">The IDs of the snapshots.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(SnapshotIdCompleter))]
    [IdOf(typeof(ZecSnapshot), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecSnapshot))]
    public string[] SnapshotId { get; set; } = [];

    /// <summary><para type="description">The snapshots, as Get-ZecSnapshot returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(SnapshotArgumentCompleter))]
    [ObjectOf(typeof(ZecSnapshot), RefusesResults = true, RefusesOthers = true)]
    public ZecSnapshot[] InputObject { get; set; } = [];

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is restored.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary><para type="description">Returns the snapshots instead of the results, and with -Wait when their disks are restored. The results remain in
    /// Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => SnapshotId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Restoring snapshots", "restored", "SnapshotNotRestored");

    private protected override string Question => "Overwrite its disk with the snapshot";

    private protected override bool IsForced => Force;

    private protected override bool EmitsThings => PassThru;

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
