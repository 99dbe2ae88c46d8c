using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Prices;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Instance;

/// <summary>
/// <para type="synopsis">Asks what instances cost: new ones, those that are there with another instance type, or as if they were ordered today.</para>
/// <para type="description">Nothing is ordered. Equal questions are asked once. The API names no currency.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecInstancePrice", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecInstancePrice.md")]
[OutputType(typeof(ZecInstancePrice))]
public sealed class GetZecInstancePriceCommand : PriceCmdlet
{
    private const string LikeSet = "Like";

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them. Alone, each is priced with its boot disk as if it were ordered
    /// today.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [ObjectOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true)]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">The IDs of instances, for their price with another instance type.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecInstance))]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">An instance whose zone and size a new one gets, where no other parameter says otherwise, as in New-ZecInstance.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = LikeSet)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [ObjectOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true, IsOnlyWay = true)]
    [ValidateCount(1, 1)]
    public ZecInstance[]? Like { get; set; }

    /// <summary><para type="description">The ID of the zone of a new instance.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ZoneId { get; set; }

    /// <summary><para type="description">The size, such as z2a.cpu.4. With an instance that is there, the price after a change by Resize-ZecInstance.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [ArgumentCompleter(typeof(InstanceTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InstanceType { get; set; }

    /// <summary><para type="description">The ID of the image. Without -SystemDiskSizeGiB, it says how large the boot disk is.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ImageId { get; set; }

    /// <summary><para type="description">The number of new instances. The price is that of all of them.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ValidateRange(1, 10_000)]
    public int Count { get; set; } = 1;

    /// <summary><para type="description">The size of the boot disk in GiB. The default is the minimum of the image.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? SystemDiskSizeGiB { get; set; }

    /// <summary><para type="description">The category of the boot disk. The default is Standard NVMe SSD.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ArgumentCompleter(typeof(DiskCategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? SystemDiskCategory { get; set; }

    /// <summary><para type="description">Lets the boot disk exceed its performance limit for short times.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    public SwitchParameter SystemDiskBursting { get; set; }

    /// <summary><para type="description">The size in GiB of a data disk for each instance. By default there is none.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? DataDiskSizeGiB { get; set; }

    /// <summary><para type="description">The category of the data disk. The default is Standard NVMe SSD.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ArgumentCompleter(typeof(DiskCategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DataDiskCategory { get; set; }

    /// <summary><para type="description">Lets the data disk exceed its performance limit for short times.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    public SwitchParameter DataDiskBursting { get; set; }

    /// <summary><para type="description">How the public network is charged. Without it, or -EipId, there is no public network.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ArgumentCompleter(typeof(InternetChargeTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InternetChargeType { get; set; }

    /// <summary><para type="description">The network line of the public IPv4 address, such as PremiumBGP.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ArgumentCompleter(typeof(NetworkLineTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? NetworkLineType { get; set; }

    /// <summary><para type="description">The maximum outbound bandwidth to the public network, in Mbps.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? BandwidthMbps { get; set; }

    /// <summary><para type="description">The traffic package in TB. Only for ByTrafficPackage.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ValidateRange(0, 1000000)]
    public decimal? TrafficPackageSizeTB { get; set; }

    /// <summary><para type="description">The IDs of existing elastic IPs, which the new instances get: no price is asked for the public network then.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? EipId { get; set; }

    private string? Zone => ZoneId ?? (Like is [var pattern] ? pattern.ZoneId : null);

    private string? Size => InstanceType ?? (Like is [var pattern] ? pattern.InstanceType : null);

    private bool IsNew => ParameterSetName is NewSet or LikeSet;

    private protected override IReadOnlyList<Type> Orders => [typeof(NewZecInstanceCommand), typeof(ResizeZecInstanceCommand)];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var fault = !IsNew ? null
            : Zone is null || Size is null ? "The pattern does not say its zone or its type, as no instance with a GPU does. Give -ZoneId and -InstanceType."
            : SystemDiskSizeGiB is null && ImageId is null ? "The boot disk has a price. Give its size by -SystemDiskSizeGiB, or -ImageId for the minimum of the image."
            : DataDiskSizeGiB is null && (DataDiskCategory is not null || DataDiskBursting) ? "A data disk requires a size: -DataDiskSizeGiB."
            : null;
        if (fault is not null)
        {
            ThrowTerminatingError(new ErrorRecord(new ArgumentException(fault), "ParameterMissing", ErrorCategory.InvalidArgument, null));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (IsNew)
        {
            Ask(Client, New());
        }
        else if (InstanceType is { } type)
        {
            foreach (var (client, instance) in Named(InstanceKind.Kind, InstanceId, InputObject))
            {
                Ask(client, new InstanceQuestion.Resized(instance, type), instance);
            }
        }
        else
        {
            foreach (var instance in InputObject)
            {
                Take(instance);
            }
        }
    }

    private InstanceQuestion.Ordered New()
    {
        var hasOwn = EipId is { Length: > 0 };
        return new InstanceQuestion.Ordered(Zone!, Size!, Count)
        {
            ImageId = SystemDiskSizeGiB is null ? ImageId : null,
            SystemDiskSizeGiB = SystemDiskSizeGiB,
            SystemDiskCategory = new DiskCategoryCompleter().Spelled(SystemDiskCategory),
            SystemDiskBursting = SystemDiskBursting ? true : null,
            DataDiskSizeGiB = DataDiskSizeGiB,
            DataDiskCategory = new DiskCategoryCompleter().Spelled(DataDiskCategory),
            DataDiskBursting = DataDiskBursting ? true : null,
            ChargeType = hasOwn ? null : new InternetChargeTypeCompleter().Spelled(InternetChargeType),
            Line = hasOwn ? null : new NetworkLineTypeCompleter().Spelled(NetworkLineType),
            BandwidthMbps = hasOwn ? null : BandwidthMbps,
            PackageTB = hasOwn ? null : TrafficPackageSizeTB,
        };
    }

    private void Take(ZecInstance instance)
    {
        if (ClientOf(InstanceKind.Kind, instance) is not { } client)
        {
            return;
        }

        if (InstanceQuestion.Ordered.Of(instance) is { } question)
        {
            Ask(client, question, instance.InstanceId);
            return;
        }

        var message = instance.ZoneId is null
            ? $"The instance {instance.InstanceId} was not read. Read it with Get-ZecInstance first, or give -InstanceType."
            : $"The service does not say of which instance type, or with which boot disk, {instance.InstanceId} is, as for all instances with a GPU. Ask with -ZoneId and -InstanceType.";
        WriteError(new ErrorRecord(new ArgumentException(message), "InstanceNotRead", ErrorCategory.InvalidArgument, instance));
    }
}
