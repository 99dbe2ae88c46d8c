using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.NicIPv6;

/// <summary>
/// <para type="synopsis">Gives IPv6 addresses to network interfaces, one in each request.</para>
/// <para type="description">A public address is billed from then on. A request whose answer is lost is not sent again.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "ZecNicIPv6", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "New-ZecNicIPv6.md")]
[OutputType(typeof(ZecNic))]
public sealed class NewZecNicIPv6Command : WriteCmdlet
{
    /// <summary><para type="description">The IDs of the network interfaces.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(NicIdCompleter))]
    [IdOf(typeof(ZecNic), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecNic))]
    public string[] NicId { get; set; } = [];

    /// <summary><para type="description">The network interfaces, as Get-ZecNic returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NicArgumentCompleter))]
    [ObjectOf(typeof(ZecNic), RefusesResults = true, RefusesOthers = true)]
    public ZecNic[] InputObject { get; set; } = [];

    /// <summary><para type="description">How a public address is paid for. ByBandwidth goes with -BandwidthMbps, ByTrafficPackage with -TrafficPackageSizeTB, and
    /// BandwidthCluster with -ClusterId.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(InternetChargeTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InternetChargeType { get; set; }

    /// <summary><para type="description">The bandwidth limit in Mbps.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000000)]
    public int? BandwidthMbps { get; set; }

    /// <summary><para type="description">The size of the traffic package in TB, with at most one decimal place.</para></summary>
    [Parameter]
    [ValidateRange(0, 1000000)]
    public decimal? TrafficPackageSizeTB { get; set; }

    /// <summary><para type="description">The ID of the bandwidth cluster.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ClusterId { get; set; }

    /// <summary><para type="description">Whether the bandwidth may exceed its limit for short times, LOOSE, or not, STRICT.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(RateLimitModeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? RateLimitMode { get; set; }

    private protected override string[] Ids => NicId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Assigning IPv6 addresses", "given an IPv6 address", "NicIPv6NotAssigned");

    private protected override string Question
        => $"Give an IPv6 address to the network interface{(InternetChargeType is null ? string.Empty : ", which is billed from then on")}";

    private protected override bool EmitsThings => true;

    private protected override WriteOperation CreateOperation() => NicIPv6Operations.New(
        id => new AssignNetworkInterfaceIpv6Request
        {
            NicId = id,
            InternetChargeType = new InternetChargeTypeCompleter().Spelled(InternetChargeType),
            Bandwidth = BandwidthMbps,
            PackageSize = TrafficPackageSizeTB,
            ClusterId = ClusterId,
            RateLimitMode = new RateLimitModeCompleter().Spelled(RateLimitMode),
        },
        (nameof(InternetChargeType), InternetChargeType),
        (nameof(BandwidthMbps), BandwidthMbps),
        (nameof(TrafficPackageSizeTB), TrafficPackageSizeTB),
        (nameof(ClusterId), ClusterId),
        (nameof(RateLimitMode), RateLimitMode));
}
