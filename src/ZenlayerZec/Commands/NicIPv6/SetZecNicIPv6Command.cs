using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.NicIPv6;

/// <summary>
/// <para type="synopsis">Changes whether public IPv6 addresses may exceed their bandwidth for short times, one in each request.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "ZecNicIPv6", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Set-ZecNicIPv6.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecNicIPv6))]
public sealed class SetZecNicIPv6Command : WriteCmdlet
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

    /// <summary><para type="description">LOOSE lets the bandwidth exceed its limit for short times, and STRICT does not.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(RateLimitModeCompleter))]
    [ValidateNotNullOrEmpty]
    public string RateLimitMode { get; set; } = string.Empty;

    /// <summary><para type="description">Returns the IPv6 addresses that were changed, as they are afterwards, instead of the results. The results remain in
    /// Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => NicIPv6Id;

    private protected override ZecObject[] Things => InputObject;

    private protected override bool EmitsThings => PassThru;

    private protected override ActionWords Words { get; } = new("Changing IPv6 addresses", "changed", "NicIPv6NotChanged");

    private protected override string Question => $"Change the rate limit mode of the IPv6 address to {RateLimitMode}";

    private protected override string? ReasonToSkip(ZecObject thing) => ((ZecNicIPv6)thing).RateLimitMode == Mode ? "already has that rate limit mode" : null;

    private string Mode => new RateLimitModeCompleter().Spelled(RateLimitMode)!;

    private protected override WriteOperation CreateOperation() => NicIPv6Operations.Set(Mode);
}
