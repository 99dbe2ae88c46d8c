using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Binding;
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

    /// <summary><para type="description">The maximum number of those that are piped. If there are more, nothing is sent.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = int.MaxValue;

    private protected override ResourceKind Kind => SnapshotKind.Kind;

    private protected override ResourceKind ParentKind => DiskKind.Kind;

    private protected override string[] ParentIds => DiskId;

    private protected override ZecObject[] Parents => InputObject;

    private protected override int Most => MaximumCount;

    private protected override string? ValueAtHand => Name;

    private protected override bool IsBilled => true;

    private protected override CreatePart Part(ZecObject? parent)
    {
        var disk = (ZecDisk)parent!;
        var name = Name ?? DefaultName(disk);
        return CreatePart.Of(
            ZecActions.CreateSnapshot,
            new CreateSnapshotRequest { DiskId = disk.DiskId, SnapshotName = name, RetentionTime = RetentionTime },
            1,
            $"{name}, of disk {disk.DiskId}",
            CreatePart.FiltersOf((nameof(Name), name)),
            answer => CreatePart.One(answer.SnapshotId));
    }

    private static string DefaultName(ZecDisk disk) => string.Format(
        CultureInfo.InvariantCulture,
        "{0}-{1:yyyyMMdd-HHmmss}",
        string.IsNullOrEmpty(disk.DiskName) ? disk.DiskId : disk.DiskName,
        DateTime.UtcNow);
}
