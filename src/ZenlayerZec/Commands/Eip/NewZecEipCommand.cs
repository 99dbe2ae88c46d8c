using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Eip;

/// <summary>
/// <para type="synopsis">Orders elastic IPs, by themselves or one for each instance that is piped.</para>
/// <para type="description">Elastic IPs cost from then on. An order whose answer is lost is not sent again; the error says how to look for the elastic
/// IPs.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "ZecEip", DefaultParameterSetName = NewSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "New-ZecEip.md")]
[OutputType(typeof(ZecEip))]
public sealed class NewZecEipCommand : OrderCmdlet
{
    private const string NewSet = "New";

    /// <summary><para type="description">The ID of the region. For instances that are piped as objects, it is theirs by default.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NewSet)]
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [ArgumentCompleter(typeof(RegionIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? RegionId { get; set; }

    /// <summary><para type="description">The IDs of instances in the region. Each gets one elastic IP, which is bound to its primary private
    /// address.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecInstance))]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">Instances, as Get-ZecInstance returns them, or rows that name them. Each gets one elastic IP, which is bound to its primary
    /// private address.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [ObjectOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true)]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">The name: 2 to 63 letters, digits, hyphens and periods, the first a letter or a digit.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidatePattern(@"^[A-Za-z0-9][A-Za-z0-9.-]{1,62}\z")]
    public string Name { get; set; } = string.Empty;

    /// <summary><para type="description">How the public network is paid for. ByBandwidth needs -BandwidthMbps, ByTrafficPackage needs -TrafficPackageSizeTB, and
    /// BandwidthCluster needs -ClusterId.</para></summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ArgumentCompleter(typeof(InternetChargeTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string InternetChargeType { get; set; } = string.Empty;

    /// <summary><para type="description">The number of elastic IPs.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [ValidateRange(1, 100)]
    public int Count { get; set; } = 1;

    /// <summary><para type="description">The network line type of the address. Either this or -CidrId is needed.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NetworkLineTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? NetworkLineType { get; set; }

    /// <summary><para type="description">The ID of a CIDR block that the address is from. Either this or -NetworkLineType is needed.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? CidrId { get; set; }

    /// <summary><para type="description">The first of the addresses. The default is one that the service chooses.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? IpAddress { get; set; }

    /// <summary><para type="description">The length of the prefix: 32 is one address, and 25 to 31 is a block of them.</para></summary>
    [Parameter]
    [ValidateRange(25, 32)]
    public int? PrefixLength { get; set; }

    /// <summary><para type="description">The bandwidth limit in Mbps.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? BandwidthMbps { get; set; }

    /// <summary><para type="description">The size of the traffic package in TB.</para></summary>
    [Parameter]
    [ValidateRange(0, 1000000)]
    public decimal? TrafficPackageSizeTB { get; set; }

    /// <summary><para type="description">The ID of the bandwidth cluster.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(EipClusterIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ClusterId { get; set; }

    /// <summary><para type="description">The ID of another region by which the traffic goes, as Get-ZecEipPeerRegion lists them.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? PeerRegionId { get; set; }

    /// <summary><para type="description">FullNat translates the address to the private one; Passthrough gives the address itself to the network interface. The
    /// default is FullNat.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(EipBindTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? BindType { get; set; }

    /// <summary><para type="description">LOOSE lets the bandwidth exceed its limit for short times, and STRICT does not.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(RateLimitModeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? RateLimitMode { get; set; }

    /// <summary><para type="description">The ID of the resource group. The default is the default group.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceGroupIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroupId { get; set; }

    /// <summary><para type="description">The tags of the new elastic IPs: @{env='dev'}.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(EipTagCompleter))]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    /// <summary><para type="description">The maximum number of those that are piped. If there are more, nothing is sent.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = int.MaxValue;

    private protected override ResourceKind Kind => EipKind.Kind;

    private protected override ResourceKind? ParentKind => ParameterSetName == NewSet ? null : InstanceKind.Kind;

    private protected override string[] ParentIds => InstanceId;

    private protected override ZecObject[] Parents => InputObject;

    private protected override int Most => MaximumCount;

    private string Charge => new InternetChargeTypeCompleter().Spelled(InternetChargeType)!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var fault = NetworkLineType is null == CidrId is null ? "Give either -NetworkLineType or -CidrId."
            : EipCharge.Fault(new ChangeEipInternetChargeTypeRequest
            {
                InternetChargeType = Charge,
                Bandwidth = BandwidthMbps,
                FlowPackage = TrafficPackageSizeTB,
                ClusterId = ClusterId,
            });
        if (fault is not null)
        {
            ThrowTerminatingError(new ErrorRecord(new ArgumentException($"Nothing was ordered. {fault}"), "OrderInvalid", ErrorCategory.InvalidArgument, null));
        }
    }

    private protected override CreatePart? Part(ZecObject? parent)
    {
        // A pipeline without instances asks for none.
        if (parent is null && MyInvocation.ExpectingInput)
        {
            return null;
        }

        var instance = (ZecInstance?)parent;
        if ((RegionId ?? instance?.Nics.Select(nic => nic.RegionId).FirstOrDefault(region => !string.IsNullOrEmpty(region))) is not { } region)
        {
            WriteError(new ErrorRecord(
                new ArgumentException($"The region of instance {instance!.InstanceId} is not known. Read it with Get-ZecInstance first, or give -RegionId."),
                "RegionUnknown",
                ErrorCategory.InvalidArgument,
                instance));
            return null;
        }

        var count = instance is null ? Count : 1;
        return CreatePart.Of(
            ZecActions.CreateEips,
            Request(region, instance, count),
            count,
            instance is null ? $"{Kind.Count(count)} in {region}, name {Name}" : $"elastic IP for {InstanceKind.Kind.DisplayName(instance)}, name {Name}",
            CreatePart.FiltersOf((nameof(RegionId), region), (nameof(Name), Name)),
            answer => answer.EipIds,
            answer => answer.OrderNumber);
    }

    private CreateEipsRequest Request(string region, ZecInstance? instance, int count) => new()
    {
        RegionId = region,
        Name = Name,
        InternetChargeType = Charge,
        Amount = count,
        NetworkLineType = new NetworkLineTypeCompleter().Spelled(NetworkLineType),
        Bandwidth = BandwidthMbps,
        CidrId = CidrId,
        PublicIp = IpAddress,
        ResourceGroupId = ResourceGroupId,
        FlowPackage = TrafficPackageSizeTB,
        ClusterId = ClusterId,
        PeerRegionId = PeerRegionId,
        MarketingOptions = Marketing,
        Tags = TagPairs.ToDictionary(Tag),
        InstanceIds = instance is null ? null : [instance.InstanceId],
        BindType = new EipBindTypeCompleter().Spelled(BindType),
        RateLimitMode = new RateLimitModeCompleter().Spelled(RateLimitMode),
        PrefixLength = PrefixLength,
    };
}
