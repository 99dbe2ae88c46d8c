using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Prices;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Asks what disks cost: new ones, larger ones, or those that are there as if they were ordered today.</para>
/// <para type="description">Nothing is ordered. Equal questions are asked once. The API names no currency.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecDiskPrice", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecDiskPrice.md")]
[OutputType(typeof(ZecDiskPrice))]
public sealed class GetZecDiskPriceCommand : PriceCmdlet
{
    /// <summary><para type="description">The disks, as Get-ZecDisk returns them. With -SizeGiB the price at that size, and without it that of a disk like
    /// each of them, ordered today.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(DiskArgumentCompleter))]
    [ObjectOf(typeof(ZecDisk), RefusesResults = true, RefusesOthers = true)]
    public ZecDisk[] InputObject { get; set; } = [];

    /// <summary><para type="description">The IDs of disks, for their price at the size of -SizeGiB.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(DiskIdCompleter))]
    [IdOf(typeof(ZecDisk), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecDisk))]
    public string[] DiskId { get; set; } = [];

    /// <summary><para type="description">The ID of the zone of a new disk.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = NewSet)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string ZoneId { get; set; } = string.Empty;

    /// <summary><para type="description">The size in GiB.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = NewSet)]
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [ValidateRange(1, 32768)]
    public int? SizeGiB { get; set; }

    /// <summary><para type="description">The category of a new disk. The default is Standard NVMe SSD.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [ArgumentCompleter(typeof(DiskCategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Category { get; set; }

    /// <summary><para type="description">The number of new disks.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [ValidateRange(1, 100)]
    public int Count { get; set; } = 1;

    private protected override IReadOnlyList<Type> Orders => [typeof(NewZecDiskCommand), typeof(ResizeZecDiskCommand)];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == NewSet)
        {
            Ask(Client, new DiskQuestion.Ordered(ZoneId, SizeGiB!.Value, new DiskCategoryCompleter().Spelled(Category), Count));
        }
        else if (SizeGiB is { } size)
        {
            foreach (var (client, id) in Named(DiskKind.Kind, DiskId, InputObject))
            {
                Ask(client, new DiskQuestion.Resized(id, size), id);
            }
        }
        else
        {
            foreach (var disk in InputObject)
            {
                Take(disk);
            }
        }
    }

    private void Take(ZecDisk disk)
    {
        if (ClientOf(DiskKind.Kind, disk) is not { } client)
        {
            return;
        }

        if (DiskQuestion.Ordered.Of(disk) is { } question)
        {
            Ask(client, question, disk.DiskId);
            return;
        }

        WriteError(new ErrorRecord(
            new ArgumentException($"The zone and the size of disk {disk.DiskId} are not known. Read it with Get-ZecDisk first, or give -SizeGiB."),
            "DiskNotRead",
            ErrorCategory.InvalidArgument,
            disk));
    }
}
