using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Orders disks.</para>
/// <para type="description">Disks cost from then on. An order whose answer is lost is not sent again; the error says how to look for the disks.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "ZecDisk", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, HelpUri = OnlineHelp.Pages + "New-ZecDisk.md")]
[OutputType(typeof(ZecDisk))]
public sealed class NewZecDiskCommand : OrderCmdlet
{
    /// <summary><para type="description">The ID of the zone.</para></summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string ZoneId { get; set; } = string.Empty;

    /// <summary><para type="description">The name: at most 64 letters, digits, hyphens and periods, the first a letter or a digit.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidatePattern(@"^[A-Za-z0-9][A-Za-z0-9.-]{0,63}\z")]
    public string Name { get; set; } = string.Empty;

    /// <summary><para type="description">The size in GiB.</para></summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateRange(1, 32768)]
    public int SizeGiB { get; set; }

    /// <summary><para type="description">The number of disks.</para></summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int Count { get; set; } = 1;

    /// <summary><para type="description">The category. The default is Standard NVMe SSD.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(DiskCategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Category { get; set; }

    /// <summary><para type="description">The IDs of instances in the zone. Each gets one of the disks.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecInstance))]
    public string[]? InstanceId { get; set; }

    /// <summary><para type="description">The ID of a snapshot of a data disk that the disks are made of.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(SnapshotIdCompleter))]
    [IdOf(typeof(ZecSnapshot), RefusesOthers = true, TakesOne = true)]
    [ValidateId(typeof(ZecSnapshot))]
    public string? SnapshotId { get; set; }

    /// <summary><para type="description">The ID of the resource group. The default is the default group.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceGroupIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroupId { get; set; }

    /// <summary><para type="description">Lets the disks exceed their performance limit for short times.</para></summary>
    [Parameter]
    public SwitchParameter Bursting { get; set; }

    /// <summary><para type="description">The tags of the new disks: @{env='dev'}.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(DiskTagCompleter))]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    private protected override ResourceKind Kind => DiskKind.Kind;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var instances = (InstanceId ?? []).Distinct(StringComparer.Ordinal).Count();
        if (instances > 1 && MyInvocation.BoundParameters.ContainsKey(nameof(Count)) && Count != instances)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"Nothing was ordered. Each instance gets one disk: -Count is {Count}, and -InstanceId names {instances}."),
                "OrderInvalid",
                ErrorCategory.InvalidArgument,
                null));
        }
    }

    private protected override CreatePart Part(ZecObject? parent)
    {
        string[] instances = [.. (InstanceId ?? []).Distinct(StringComparer.Ordinal)];
        var count = instances.Length > 1 ? instances.Length : Count;
        return CreatePart.Of(
            ZecActions.CreateDisks,
            Request(instances, count),
            count,
            $"{SizeGiB} GiB in {ZoneId}, name {Name}",
            CreatePart.FiltersOf((nameof(ZoneId), ZoneId), (nameof(Name), Name)),
            answer => answer.DiskIds,
            answer => answer.OrderNumber);
    }

    private CreateDisksRequest Request(string[] instances, int count) => new()
    {
        ZoneId = ZoneId,
        DiskName = Name,
        DiskSize = SizeGiB,
        DiskAmount = count,
        DiskCategory = new DiskCategoryCompleter().Spelled(Category),
        InstanceId = instances.Length == 1 ? instances[0] : null,
        InstanceIds = instances.Length > 1 ? instances : null,
        SnapshotId = SnapshotId,
        ResourceGroupId = ResourceGroupId,
        BurstingEnabled = Bursting ? true : null,
        Tags = TagPairs.ToDictionary(Tag),
        MarketingOptions = Marketing,
    };
}
