using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Prices;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Eip;

/// <summary>
/// <para type="synopsis">Asks what elastic IPs cost: new ones, those that are there with another bandwidth, traffic package or charge type, or as if they were
/// ordered today.</para>
/// <para type="description">Nothing is ordered. Equal questions are asked once. The API names no currency.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecEipPrice", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecEipPrice.md")]
[OutputType(typeof(ZecEipPrice))]
public sealed class GetZecEipPriceCommand : PriceCmdlet
{
    /// <summary><para type="description">The elastic IPs, as Get-ZecEip returns them. Alone, they are priced as if they were ordered today.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(EipArgumentCompleter))]
    [ObjectOf(typeof(ZecEip), RefusesResults = true, RefusesOthers = true)]
    public ZecEip[] InputObject { get; set; } = [];

    /// <summary><para type="description">The IDs of elastic IPs, for their price with another bandwidth, traffic package or charge type.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(EipIdCompleter))]
    [IdOf(typeof(ZecEip), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecEip))]
    public string[] EipId { get; set; } = [];

    /// <summary><para type="description">The ID of the region of a new elastic IP.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = NewSet)]
    [ArgumentCompleter(typeof(RegionIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string RegionId { get; set; } = string.Empty;

    /// <summary><para type="description">How the public network is paid for. With an elastic IP that is there, the price after a change by
    /// Set-ZecEipInternetChargeType.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = NewSet)]
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [ArgumentCompleter(typeof(InternetChargeTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InternetChargeType { get; set; }

    /// <summary><para type="description">The bandwidth limit in Mbps. With an elastic IP that is there and without -InternetChargeType, the price after a change by
    /// Resize-ZecEip.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? BandwidthMbps { get; set; }

    /// <summary><para type="description">The size of the traffic package in TB. With an elastic IP that is there and without -InternetChargeType, the price after a
    /// change by Resize-ZecEip.</para></summary>
    [Parameter]
    [ValidateRange(0, 1000000)]
    public decimal? TrafficPackageSizeTB { get; set; }

    /// <summary><para type="description">The ID of the bandwidth cluster.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(EipClusterIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ClusterId { get; set; }

    /// <summary><para type="description">The network line type of a new elastic IP.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [ArgumentCompleter(typeof(NetworkLineTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? NetworkLineType { get; set; }

    /// <summary><para type="description">The ID of a CIDR block that the address is from.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? CidrId { get; set; }

    /// <summary><para type="description">The ID of the other region by which the traffic goes.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [ArgumentCompleter(typeof(RegionIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? PeerRegionId { get; set; }

    /// <summary><para type="description">The number of new elastic IPs.</para></summary>
    [Parameter(ParameterSetName = NewSet)]
    [ValidateRange(1, 100)]
    public int Count { get; set; } = 1;

    private protected override IReadOnlyList<Type> Orders
        => [typeof(NewZecEipCommand), typeof(ResizeZecEipCommand), typeof(SetZecEipInternetChargeTypeCommand)];

    private string? Charge => new InternetChargeTypeCompleter().Spelled(InternetChargeType);

    private bool IsAsItIs => Charge is null && BandwidthMbps is null && TrafficPackageSizeTB is null && ClusterId is null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var fault = ParameterSetName == NewSet || Charge is not null ? null
            : ClusterId is not null || (BandwidthMbps is not null && TrafficPackageSizeTB is not null)
                ? "Without -InternetChargeType, the price is for either -BandwidthMbps or -TrafficPackageSizeTB."
            : ParameterSetName == IdSet && IsAsItIs
                ? "An ID alone does not say what to ask. Give -BandwidthMbps, -TrafficPackageSizeTB or -InternetChargeType, or pipe Get-ZecEip."
            : null;
        if (fault is not null)
        {
            ThrowTerminatingError(new ErrorRecord(new ArgumentException(fault), "ParameterMissing", ErrorCategory.InvalidArgument, null));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == NewSet)
        {
            Ask(Client, new EipQuestion.Ordered(
                RegionId, Charge!, new NetworkLineTypeCompleter().Spelled(NetworkLineType), CidrId, PeerRegionId, BandwidthMbps, TrafficPackageSizeTB, ClusterId, Count));
        }
        else if (IsAsItIs)
        {
            foreach (var eip in InputObject)
            {
                Take(eip);
            }
        }
        else
        {
            foreach (var (client, eip) in Named(EipKind.Kind, EipId, InputObject))
            {
                Ask(client, Changed(eip), eip);
            }
        }
    }

    private EipQuestion Changed(string eipId) => Charge is { } charge ? new EipQuestion.Charged(eipId, charge, BandwidthMbps, TrafficPackageSizeTB, ClusterId)
        : BandwidthMbps is { } bandwidth ? new EipQuestion.OfBandwidth(eipId, bandwidth)
        : new EipQuestion.OfPackage(eipId, TrafficPackageSizeTB!.Value);

    private void Take(ZecEip eip)
    {
        if (ClientOf(EipKind.Kind, eip) is not { } client)
        {
            return;
        }

        if (EipQuestion.Ordered.Of(eip) is { } question)
        {
            Ask(client, question, eip.EipId);
            return;
        }

        WriteError(new ErrorRecord(
            new ArgumentException(string.Format(
                CultureInfo.InvariantCulture, "The region and the charge type of elastic IP {0} are not known. Read it with Get-ZecEip first.", eip.EipId)),
            "EipNotRead",
            ErrorCategory.InvalidArgument,
            eip));
    }
}
