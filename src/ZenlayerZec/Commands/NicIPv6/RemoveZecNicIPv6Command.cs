using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.NicIPv6;

/// <summary>
/// <para type="synopsis">Takes the IPv6 addresses from network interfaces, one in each request.</para>
/// <para type="description">The addresses are gone, and billing of public ones stops.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ZecNicIPv6", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = OnlineHelp.Pages + "Remove-ZecNicIPv6.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecNic))]
public sealed class RemoveZecNicIPv6Command : WriteCmdlet
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

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is removed.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary><para type="description">Returns the network interfaces that were changed, as they are afterwards, instead of the results. The results remain in
    /// Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => NicId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Removing IPv6 addresses", "relieved of its IPv6 address", "NicIPv6NotRemoved");

    private protected override string Question => "Take the IPv6 address from the network interface, which cannot be undone";

    private protected override bool IsForced => Force;

    private protected override bool EmitsThings => PassThru;

    private protected override WriteOperation CreateOperation() => NicIPv6Operations.Remove();
}
