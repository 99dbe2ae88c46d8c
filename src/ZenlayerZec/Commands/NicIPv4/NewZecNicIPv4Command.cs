using System.Collections.Concurrent;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.NicIPv4;

/// <summary>
/// <para type="synopsis">Gives private IPv4 addresses to network interfaces, one network interface in each request.</para>
/// <para type="description">The addresses are named, or chosen by the service. A request whose answer is lost is not sent again.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "ZecNicIPv4", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "New-ZecNicIPv4.md")]
[OutputType(typeof(ZecNicIPv4))]
public sealed class NewZecNicIPv4Command : NicIPv4Cmdlet
{
    private const string CountSet = "Count";

    private readonly ConcurrentDictionary<(string Account, string Id), IReadOnlyList<string>> _given = [];

    /// <summary><para type="description">The IDs of the network interfaces.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet + CountSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(NicIdCompleter))]
    [IdOf(typeof(ZecNic), RefusesResults = true, RefusesOthers = true, Also = typeof(ZecNicIPv4))]
    [ValidateId(typeof(ZecNic))]
    public string[] NicId { get; set; } = [];

    /// <summary><para type="description">The network interfaces, as Get-ZecNic returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet + CountSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NicArgumentCompleter))]
    [ObjectOf(typeof(ZecNic), RefusesResults = true, RefusesOthers = true, Also = typeof(ZecNicIPv4))]
    public ZecNic[] InputObject { get; set; } = [];

    /// <summary><para type="description">The addresses. They are in the subnet of the network interface, and nothing has them. A row may have one in the column
    /// IpAddress.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] IpAddress { get; set; } = [];

    /// <summary><para type="description">How many addresses each network interface gets. The service chooses them.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet + CountSet)]
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet + CountSet)]
    [ValidateRange(1, 100)]
    public int Count { get; set; }

    private protected override string[] Ids => NicId;

    private protected override ZecObject[] Things => InputObject;

    private protected override string[] Addresses => IsIn(CountSet) ? [] : IpAddress;

    private protected override ActionWords Words { get; } = new("Assigning addresses", "given addresses", "NicIPv4NotAssigned");

    private protected override string Question => IsIn(CountSet)
        ? $"Give {(Count == 1 ? "a private IPv4 address" : $"{Count} private IPv4 addresses")} to the network interface"
        : $"Give the private IPv4 address {AddressText} to the network interface";

    private protected override bool EmitsThings => true;

    private protected override WriteOperation CreateOperation()
        => IsIn(CountSet) ? NicOperations.NewIPv4(Count, (client, id, addresses) => _given[(client.Options.Account, id)] = addresses) : NicOperations.NewIPv4(AddressesAtHand);

    private protected override void Follow(ZecClient client, string[] succeeded)
    {
        var reading = new Reading(client);
        foreach (var id in succeeded)
        {
            var addresses = IsIn(CountSet) ? (_given.TryGetValue((client.Options.Account, id), out var given) ? given : []) : AddressesOf(client, id);
            foreach (var address in addresses)
            {
                WriteObject(new ZecNicIPv4(id, address) { Reading = reading });
            }
        }
    }
}
