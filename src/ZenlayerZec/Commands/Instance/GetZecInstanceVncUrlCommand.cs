using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Instance;

/// <summary>
/// <para type="synopsis">Gets the addresses by which a browser opens the consoles of instances.</para>
/// <para type="description">Such an address is a secret: whoever has it needs no other credential. One request for each instance, several at a time.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecInstanceVncUrl", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecInstanceVncUrl.md")]
[OutputType(typeof(ZecInstanceVncUrl))]
public sealed class GetZecInstanceVncUrlCommand : AskCmdlet
{
    /// <summary><para type="description">The IDs of the instances.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance))]
    [ValidateId(typeof(ZecInstance))]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [ObjectOf(typeof(ZecInstance))]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => Ask(InstanceKind.Kind, InstanceId, InputObject);

    private protected override string Describe(object question) => $"the console of instance {question}";

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var request = new DescribeVncUrlRequest { InstanceId = (string)question };
        var answer = await client.ReadAsync(ZecActions.DescribeVncUrl, request, call, _ => 1, stop).ConfigureAwait(false);
        return [new ZecInstanceVncUrl((string)question, answer.Url, new Reading(client))];
    }
}
