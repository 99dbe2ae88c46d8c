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
public sealed class NewZecSnapshotCommand : CreateCmdlet
{
    private readonly List<(ZecClient Client, string DiskId, string Name, DateTimeOffset? Until)> _wanted = [];

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
    public DateTimeOffset? RetentionTime { get; set; }

    /// <summary><para type="description">Waits until the snapshots are available, and returns them then.</para></summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary><para type="description">The maximum time to wait, in seconds.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = StateWaits.DefaultTimeoutSec;

    private protected override ResourceKind Kind => SnapshotKind.Kind;

    private protected override string Action => ZecActions.CreateSnapshot.Name;

    private protected override TimeSpan? WaitTime => Wait ? TimeSpan.FromSeconds(TimeoutSec) : null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var disk in ParameterSetName == IdSet ? [.. DiskId.Select(id => new ZecDisk { DiskId = id })] : InputObject)
        {
            var client = ParameterSetName == IdSet ? Client : ClientOf(DiskKind.Kind, disk);
            if (client is not null && _wanted.TrueForAll(one => one.Client != client || one.DiskId != disk.DiskId))
            {
                _wanted.Add((client, disk.DiskId, Name ?? DefaultName(disk), RetentionTime));
            }
        }
    }

    private protected override IEnumerable<Creation> Creations() => _wanted.Select(one => new Creation(
        one.Client,
        $"snapshot {one.Name} of disk {one.DiskId}",
        1,
        $"Get-ZecSnapshot -Name {Quoted(one.Name)}",
        async (call, stop) =>
        {
            var request = new CreateSnapshotRequest { DiskId = one.DiskId, SnapshotName = one.Name, RetentionTime = one.Until };
            var answer = await one.Client.CreateAsync(ZecActions.CreateSnapshot, request, 1, Ids, call, stop).ConfigureAwait(false);
            return new CreatedThings(Ids(answer), answer.RequestId);
        }));

    private static string[] Ids(CreateSnapshotResponse answer) => string.IsNullOrEmpty(answer.SnapshotId) ? [] : [answer.SnapshotId!];

    private static string DefaultName(ZecDisk disk) => string.Format(
        CultureInfo.InvariantCulture,
        "{0}-{1:yyyyMMdd-HHmmss}",
        string.IsNullOrEmpty(disk.DiskName) ? disk.DiskId : disk.DiskName,
        DateTime.UtcNow);
}
