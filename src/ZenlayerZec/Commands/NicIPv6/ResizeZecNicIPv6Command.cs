using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.NicIPv6;

/// <summary>
/// <para type="synopsis">Changes the bandwidth of public IPv6 addresses, one in each request.</para>
/// <para type="description">The bill changes with it. The service does it after the answer.</para>
/// </summary>
[Cmdlet(VerbsCommon.Resize, "ZecNicIPv6", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Resize-ZecNicIPv6.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecNicIPv6))]
public sealed class ResizeZecNicIPv6Command : WriteCmdlet
{
    /// <summary><para type="description">The IDs of the IPv6 addresses.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(NicIPv6IdCompleter))]
    [IdOf(typeof(ZecNicIPv6), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecNicIPv6))]
    public string[] NicIPv6Id { get; set; } = [];

    /// <summary><para type="description">The IPv6 addresses, as Get-ZecNicIPv6 returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NicIPv6ArgumentCompleter))]
    [ObjectOf(typeof(ZecNicIPv6), RefusesResults = true, RefusesOthers = true)]
    public ZecNicIPv6[] InputObject { get; set; } = [];

    /// <summary><para type="description">The new bandwidth limit in Mbps.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateRange(1, 1000000)]
    public int BandwidthMbps { get; set; }

    /// <summary><para type="description">Returns the IPv6 addresses that were changed, as they are afterwards, instead of the results. The results remain in
    /// Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => NicIPv6Id;

    private protected override ZecObject[] Things => InputObject;

    private protected override bool EmitsThings => PassThru;

    private protected override ActionWords Words { get; } = new("Resizing IPv6 addresses", "resized", "NicIPv6NotResized");

    private protected override string Question => $"Change the bandwidth of the IPv6 address to {BandwidthMbps} Mbps, which changes what it costs";

    private protected override string? ReasonToSkip(ZecObject thing) => ((ZecNicIPv6)thing).BandwidthMbps == BandwidthMbps ? "has that bandwidth already" : null;

    private protected override WriteOperation CreateOperation() => NicIPv6Operations.Resize(BandwidthMbps);
}
