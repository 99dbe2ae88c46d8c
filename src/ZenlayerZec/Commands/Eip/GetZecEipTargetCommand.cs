using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Eip;

/// <summary>
/// <para type="synopsis">Lists the private addresses that elastic IPs can be bound to.</para>
/// <para type="description">They are of network interfaces in the region of the elastic IP. One request for each elastic IP, several at a time.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecEipTarget", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecEipTarget.md")]
[OutputType(typeof(ZecEipTarget))]
public sealed class GetZecEipTargetCommand : AskCmdlet
{
    /// <summary><para type="description">The IDs of the elastic IPs.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(EipIdCompleter))]
    [IdOf(typeof(ZecEip))]
    [ValidateId(typeof(ZecEip))]
    public string[] EipId { get; set; } = [];

    /// <summary><para type="description">The elastic IPs, as Get-ZecEip returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(EipArgumentCompleter))]
    [ObjectOf(typeof(ZecEip))]
    public ZecEip[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => Ask(EipKind.Kind, EipId, InputObject);

    private protected override string Describe(object question) => $"the targets of elastic IP {question}";

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var request = new AvailableLanIpRequest { EipId = (string)question };
        var answer = await client.ReadAsync(ZecActions.AvailableLanIp, request, call, found => found.LanIps!.Count, stop).ConfigureAwait(false);
        var reading = new Reading(client);
        return [.. answer.LanIps!.Select(address => new ZecEipTarget((string)question, address, reading))];
    }
}
