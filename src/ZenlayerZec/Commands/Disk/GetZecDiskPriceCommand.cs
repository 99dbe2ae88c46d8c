using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Asks what disks cost: new ones, larger ones, or those that are there as if they were ordered today.</para>
/// <para type="description">Nothing is ordered. Equal questions are asked once. The API names no currency.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecDiskPrice", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecDiskPrice.md")]
[OutputType(typeof(ZecDiskPrice))]
public sealed class GetZecDiskPriceCommand : AskCmdlet
{
    private const string NewSet = "New";

    private readonly List<(ZecDisk Disk, ZecClient Client, NewDisk Question)> _disks = [];

    /// <summary><para type="description">The disks, as Get-ZecDisk returns them. With -SizeGiB the price at that size, and without it that of a disk like
    /// each of them, ordered today.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(DiskArgumentCompleter))]
    [ObjectOf(typeof(ZecDisk))]
    public ZecDisk[] InputObject { get; set; } = [];

    /// <summary><para type="description">The IDs of disks, for their price at the size of -SizeGiB.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(DiskIdCompleter))]
    [IdOf(typeof(ZecDisk))]
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

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case NewSet:
                Ask(Client, new NewDisk(ZoneId, SizeGiB!.Value, new DiskCategoryCompleter().Spelled(Category), Count));
                break;
            case IdSet:
                foreach (var id in DiskId)
                {
                    Ask(Client, new LargerDisk(id, SizeGiB!.Value));
                }

                break;
            default:
                foreach (var disk in InputObject)
                {
                    Take(disk);
                }

                break;
        }
    }

    private protected override string Describe(object question) => question switch
    {
        NewDisk disk => $"a new disk of {disk.SizeGiB} GiB in {disk.ZoneId}",
        LargerDisk disk => $"disk {disk.DiskId} at {disk.SizeGiB} GiB",
        _ => string.Empty,
    };

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        if (question is LargerDisk larger)
        {
            var resize = new InquiryPriceResizeDiskRequest { DiskId = larger.DiskId, DiskSize = larger.SizeGiB };
            var resized = await client.ReadAsync(ZecActions.InquiryPriceResizeDisk, resize, call, _ => 1, stop).ConfigureAwait(false);
            return Items(client, larger.DiskId, resized.DiskPerf, ("Disk", resized.DiskPrice), ("Spec", resized.SpecPrice), ("Gpu", resized.GpuPrice));
        }

        var asked = (NewDisk)question;
        var request = new InquiryPriceCreateDisksRequest { ZoneId = asked.ZoneId, DiskSize = asked.SizeGiB, DiskCategory = asked.Category, DiskAmount = asked.Count };
        var answer = await client.ReadAsync(ZecActions.InquiryPriceCreateDisks, request, call, _ => 1, stop).ConfigureAwait(false);
        string?[] disks = [.. _disks.Where(one => one.Client == client && one.Question == asked).Select(one => one.Disk.DiskId)];
        return [.. disks.DefaultIfEmpty(null).SelectMany(disk => Items(client, disk, performance: null, ("Disk", answer.DataDiskPrice)))];
    }

    private static ZecDiskPrice[] Items(ZecClient client, string? diskId, ZecDiskPerformance? performance, params (string Item, ZecPriceItem? Price)[] prices)
    {
        var reading = new Reading(client);
        return
        [
            .. prices.Where(one => one.Price is not null).Select(one => new ZecDiskPrice(one.Item, one.Price!, diskId, reading)
            {
                MaxIops = performance?.MaxIops,
                MaxBandwidthMBps = performance?.MaxBandwidthMBps,
            }),
        ];
    }

    private void Take(ZecDisk disk)
    {
        if (ClientOf(DiskKind.Kind, disk) is not { } client)
        {
            return;
        }

        if (SizeGiB is { } size)
        {
            Ask(client, new LargerDisk(disk.DiskId, size));
        }
        else if (disk is { ZoneId: { } zone, SizeGiB: { } own })
        {
            var question = new NewDisk(zone, own, disk.Category, 1);
            _disks.Add((disk, client, question));
            Ask(client, question);
        }
        else
        {
            WriteError(new ErrorRecord(
                new ArgumentException($"The zone and the size of disk {disk.DiskId} are not known. Read it with Get-ZecDisk first, or give -SizeGiB."),
                "DiskNotRead",
                ErrorCategory.InvalidArgument,
                disk));
        }
    }

    private sealed record NewDisk(string ZoneId, int SizeGiB, string? Category, int Count);

    private sealed record LargerDisk(string DiskId, int SizeGiB);
}
