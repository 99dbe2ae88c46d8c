using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Eip;

/// <summary>
/// <para type="synopsis">Changes how elastic IPs are paid for, one in each request.</para>
/// <para type="description">Changes what they cost: Get-ZecEipPrice with the same parameters says what it will be.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "ZecEipInternetChargeType", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Set-ZecEipInternetChargeType.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecEip))]
public sealed class SetZecEipInternetChargeTypeCommand : WriteCmdlet
{
    /// <summary><para type="description">The IDs of the elastic IPs.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(EipIdCompleter))]
    [IdOf(typeof(ZecEip), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecEip))]
    public string[] EipId { get; set; } = [];

    /// <summary><para type="description">The elastic IPs, as Get-ZecEip returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(EipArgumentCompleter))]
    [ObjectOf(typeof(ZecEip), RefusesResults = true, RefusesOthers = true)]
    public ZecEip[] InputObject { get; set; } = [];

    /// <summary><para type="description">The new charge type. ByBandwidth needs -BandwidthMbps, ByTrafficPackage needs -TrafficPackageSizeTB, and BandwidthCluster
    /// needs -ClusterId.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(InternetChargeTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string InternetChargeType { get; set; } = string.Empty;

    /// <summary><para type="description">The bandwidth limit in Mbps.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? BandwidthMbps { get; set; }

    /// <summary><para type="description">The peak of the bandwidth in Mbps. No answer of the service shows it.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? BandwidthCapMbps { get; set; }

    /// <summary><para type="description">The size of the traffic package in TB.</para></summary>
    [Parameter]
    [ValidateRange(0, 1000000)]
    public decimal? TrafficPackageSizeTB { get; set; }

    /// <summary><para type="description">The ID of the bandwidth cluster.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(EipClusterIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ClusterId { get; set; }

    /// <summary><para type="description">Returns the elastic IPs that were changed, as they are afterwards, instead of the results. The results remain in
    /// Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => EipId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Changing the charge type of elastic IPs", "changed", "EipNotChanged");

    private protected override string Question => $"Pay for the elastic IP {EipCharge.Words(Settings)}, which changes what it costs";

    private protected override bool EmitsThings => PassThru;

    private ChangeEipInternetChargeTypeRequest Settings => new()
    {
        InternetChargeType = new InternetChargeTypeCompleter().Spelled(InternetChargeType),
        Bandwidth = BandwidthMbps,
        BandwidthCap = BandwidthCapMbps,
        FlowPackage = TrafficPackageSizeTB,
        ClusterId = ClusterId,
    };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (EipCharge.Fault(Settings) is { } fault)
        {
            ThrowTerminatingError(new ErrorRecord(new ArgumentException($"Nothing was sent. {fault}"), "ParameterMissing", ErrorCategory.InvalidArgument, null));
        }
    }

    private protected override string? ReasonToSkip(ZecObject thing) => EipOperations.IsPaidAs((ZecEip)thing, Settings) ? "is already paid for in that way" : null;

    private protected override WriteOperation CreateOperation() => EipOperations.SetInternetChargeType(Settings);
}
