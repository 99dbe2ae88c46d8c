using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Prices;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.NicIPv6;

/// <summary>
/// <para type="synopsis">Asks what public IPv6 addresses cost: new ones, or those that are there with another bandwidth or charge type.</para>
/// <para type="description">Nothing is ordered. Equal questions are asked once. The API names no currency.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecNicIPv6Price", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecNicIPv6Price.md")]
[OutputType(typeof(ZecNicIPv6Price))]
public sealed class GetZecNicIPv6PriceCommand : PriceCmdlet
{
    /// <summary><para type="description">The IPv6 addresses, as Get-ZecNicIPv6 returns them, for their price with another bandwidth or charge type.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NicIPv6ArgumentCompleter))]
    [ObjectOf(typeof(ZecNicIPv6), RefusesResults = true, RefusesOthers = true)]
    public ZecNicIPv6[] InputObject { get; set; } = [];

    /// <summary><para type="description">The IDs of IPv6 addresses, for their price with another bandwidth or charge type.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(NicIPv6IdCompleter))]
    [IdOf(typeof(ZecNicIPv6), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecNicIPv6))]
    public string[] NicIPv6Id { get; set; } = [];

    /// <summary><para type="description">The ID of the region of a new IPv6 address. An address that is there does not say its own.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = NewSet)]
    [ArgumentCompleter(typeof(RegionIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? RegionId { get; set; }

    /// <summary><para type="description">How an address that is there would be paid for. The price of a new one does not depend on it.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(InternetChargeTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InternetChargeType { get; set; }

    /// <summary><para type="description">The bandwidth limit in Mbps. With an address that is there and without -InternetChargeType, the price after a change by
    /// Resize-ZecNicIPv6.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000000)]
    public int? BandwidthMbps { get; set; }

    /// <summary><para type="description">The size of the traffic package in TB.</para></summary>
    [Parameter]
    [ValidateRange(0, 1000000)]
    public decimal? TrafficPackageSizeTB { get; set; }

    private protected override IReadOnlyList<Type> Orders => [typeof(NewZecNicIPv6Command), typeof(ResizeZecNicIPv6Command)];

    private string? Charge => new InternetChargeTypeCompleter().Spelled(InternetChargeType);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var fault = ParameterSetName == NewSet || Charge is not null ? null
            : TrafficPackageSizeTB is not null ? "A traffic package goes with -InternetChargeType."
            : BandwidthMbps is null ? "Give -BandwidthMbps or -InternetChargeType. For the price of a new one, give -RegionId: an address does not say its own."
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
            Ask(Client, new NicIPv6Question.Ordered(RegionId!, BandwidthMbps, TrafficPackageSizeTB));
        }
        else
        {
            foreach (var (client, id) in Named(NicIPv6Kind.Kind, NicIPv6Id, InputObject))
            {
                PriceQuestion question = Charge is { } charge
                    ? new NicIPv6Question.Charged(id, charge, BandwidthMbps, TrafficPackageSizeTB)
                    : new NicIPv6Question.Resized(id, BandwidthMbps!.Value);
                Ask(client, question, id);
            }
        }
    }
}
