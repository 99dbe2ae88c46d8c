using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Snapshot;

/// <summary>
/// <para type="synopsis">Makes snapshots of disks, one in each request.</para>
/// <para type="description">The storage of snapshots is paid for by the hour. A snapshot whose answer is lost is not asked for again; the error says how
/// to look for it.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "ZecSnapshot", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "New-ZecSnapshot.md")]
[OutputType(typeof(ZecSnapshot))]
public sealed class NewZecSnapshotCommand : CreateWaitCmdlet
{
    private readonly List<(ZecClient Client, string DiskId, string Name, DateTimeOffset? Until)> _wanted = [];
    private readonly HashSet<(string Account, string DiskId)> _seen = [];

    /// <summary><para type="description">The IDs of the disks.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DiskIdCompleter))]
    [IdOf(typeof(ZecDisk), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecDisk))]
    public string[] DiskId { get; set; } = [];

    /// <summary><para type="description">The disks, as Get-ZecDisk returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(DiskArgumentCompleter))]
    [ObjectOf(typeof(ZecDisk), RefusesResults = true, RefusesOthers = true)]
    public ZecDisk[] InputObject { get; set; } = [];

    /// <summary><para type="description">The name. A row may have it in the column Name, and a script block computes it for each disk. The default is the
    /// name of the disk and the time.</para></summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary><para type="description">Until when the snapshots are kept. Without it, they are kept until somebody deletes them.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public DateTimeOffset? RetentionTime { get; set; }

    private protected override ResourceKind Kind => SnapshotKind.Kind;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var disk in ParameterSetName == IdSet ? [.. DiskId.Select(id => new ZecDisk { DiskId = id })] : InputObject)
        {
            var client = ParameterSetName == IdSet ? Client : ClientOf(DiskKind.Kind, disk);
            if (client is not null && _seen.Add((client.Options.Account, disk.DiskId)))
            {
                _wanted.Add((client, disk.DiskId, Name ?? DefaultName(disk), RetentionTime));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // All are asked about before the first is sent.
        var wanted = _wanted.Select(one => (one.Client, Part: Part(one.DiskId, one.Name, one.Until)))
            .Where(one => ShouldProcess(one.Part.Target, $"Create {Kind.Count(1)}")).ToArray();
        if (wanted.Length > 0)
        {
            Create(wanted.GroupBy(one => one.Client, one => one.Part)
                .Select(account => new KeyValuePair<ZecClient, IReadOnlyList<CreatePart>>(account.Key, [.. account])));
        }
    }

    private static CreatePart Part(string diskId, string name, DateTimeOffset? until)
        => new(1, $"{name}, of disk {diskId}", $" -Name {Quoted(name)}", async (client, call, stop) =>
        {
            var request = new CreateSnapshotRequest { DiskId = diskId, SnapshotName = name, RetentionTime = until };
            var answer = await client.CreateAsync(ZecActions.CreateSnapshot, request, 1, Ids, call, stop).ConfigureAwait(false);
            return new Created(Ids(answer), answer.RequestId, OrderNumber: null);
        });

    private static string[] Ids(CreateSnapshotResponse answer) => string.IsNullOrEmpty(answer.SnapshotId) ? [] : [answer.SnapshotId!];

    private static string DefaultName(ZecDisk disk) => string.Format(
        CultureInfo.InvariantCulture,
        "{0}-{1:yyyyMMdd-HHmmss}",
        string.IsNullOrEmpty(disk.DiskName) ? disk.DiskId : disk.DiskName,
        DateTime.UtcNow);
}
