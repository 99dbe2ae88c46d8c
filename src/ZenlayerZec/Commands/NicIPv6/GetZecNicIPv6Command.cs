using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.NicIPv6;

/// <summary>
/// <para type="synopsis">Reads the public IPv6 addresses of network interfaces.</para>
/// <para type="description">One request for each network interface, several at a time. One without a public IPv6 address returns nothing.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecNicIPv6", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecNicIPv6.md")]
[OutputType(typeof(ZecNicIPv6))]
public sealed class GetZecNicIPv6Command : AskCmdlet
{
    private const string ParentSet = "Parent";

    private readonly List<(ZecClient Client, string InstanceId)> _instances = [];

    /// <summary><para type="description">The IDs of the network interfaces.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NicIdCompleter))]
    [IdOf(typeof(ZecNic))]
    [ValidateId(typeof(ZecNic))]
    public string[] NicId { get; set; } = [];

    /// <summary><para type="description">The network interfaces, as Get-ZecNic returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NicArgumentCompleter))]
    [ObjectOf(typeof(ZecNic))]
    public ZecNic[] InputObject { get; set; } = [];

    /// <summary><para type="description">Instances, as Get-ZecInstance returns them. Reads the addresses of the network interfaces that are attached to
    /// them.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = ParentSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [PipedObject(typeof(ZecInstance), ById = true)]
    [ValidateNotNullOrEmpty]
    public ZecObject[] Parent { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ParentSet)
        {
            _instances.AddRange(Named(InstanceKind.Kind, [], Parent));
            return;
        }

        foreach (var (client, nic) in Named(NicKind.Kind, NicId, InputObject))
        {
            Ask(client, nic);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var account in _instances.GroupBy(instance => instance.Client, instance => instance.InstanceId))
        {
            try
            {
                foreach (var nic in Wait(stop => NicIPv6List.NicsOfAsync(account.Key, ReadingCall(), [.. account], stop)))
                {
                    Ask(account.Key, nic.NicId);
                }
            }
            catch (ZecException failure)
            {
                ThrowTerminatingError(ErrorRecords.From(failure, null, "The network interfaces could not be listed:", NicKind.Kind));
            }
        }

        base.EndProcessing();
    }

    private protected override string Describe(object question) => $"the IPv6 address of network interface {question}";

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
        => await NicIPv6List.OfAsync(client, call, (string)question, stop).ConfigureAwait(false) is { } address ? [address] : [];
}
