using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.NicIPv4;

/// <summary>
/// <para type="synopsis">Takes private IPv4 addresses from network interfaces, one network interface in each request.</para>
/// <para type="description">Only the addresses that are named. A primary address, and one with an elastic IP, stays.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ZecNicIPv4", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = OnlineHelp.Pages + "Remove-ZecNicIPv4.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecNic))]
public sealed class RemoveZecNicIPv4Command : NicIPv4Cmdlet
{
    /// <summary><para type="description">The IDs of the network interfaces.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(NicIdCompleter))]
    [IdOf(typeof(ZecNic), RefusesResults = true, RefusesOthers = true, Also = typeof(ZecNicIPv4))]
    [ValidateId(typeof(ZecNic))]
    public string[] NicId { get; set; } = [];

    /// <summary><para type="description">The network interfaces, as Get-ZecNic returns them, their addresses, as New-ZecNicIPv4 returns them, or rows that
    /// name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NicArgumentCompleter))]
    [ObjectOf(typeof(ZecNic), RefusesResults = true, RefusesOthers = true, Also = typeof(ZecNicIPv4))]
    public ZecNic[] InputObject { get; set; } = [];

    /// <summary><para type="description">The addresses. An object of New-ZecNicIPv4 brings its own, and a row may have one in the column IpAddress.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] IpAddress { get; set; } = [];

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is removed.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary><para type="description">Returns the network interfaces that were changed, as they are afterwards, instead of the results. The results remain in
    /// Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => NicId;

    private protected override ZecObject[] Things => InputObject;

    private protected override string[] Addresses => IpAddress;

    private protected override ActionWords Words { get; } = new("Removing addresses", "relieved of addresses", "NicIPv4NotRemoved");

    private protected override string Question => $"Take the private IPv4 address {AddressText} from the network interface";

    private protected override bool IsForced => Force;

    private protected override bool EmitsThings => PassThru;

    private protected override WriteOperation CreateOperation() => NicOperations.RemoveIPv4(AddressesAtHand);
}
