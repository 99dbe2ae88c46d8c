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
/// <para type="synopsis">Reads the traffic of elastic IPs, in bits per second.</para>
/// <para type="description">One request for each elastic IP, several at a time. With -Summary, the 95th percentile is among the values.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecEipTraffic", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecEipTraffic.md")]
[OutputType(typeof(ZecEipTraffic), typeof(ZecEipTrafficSummary))]
public sealed class GetZecEipTrafficCommand : MetricCmdlet
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

    /// <summary><para type="description">Only the traffic of one address, for elastic IPs that have several.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(EipAddressCompleter))]
    [ValidateNotNullOrEmpty]
    public string? IpAddress { get; set; }

    /// <summary><para type="description">Only the traffic in the country (LOCAL) or with others (INTERNATIONAL).</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(TrafficDirectionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Direction { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var (client, eip) in Named(EipKind.Kind, EipId, InputObject))
        {
            Ask(client, eip);
        }
    }

    private protected override string Describe(object question) => $"the traffic of elastic IP {question}";

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var eip = (string)question;
        var request = new DescribeEipTrafficRequest
        {
            EipId = eip,
            StartTime = From,
            EndTime = Until,
            Step = Step,
            WanIp = IpAddress,
            Direction = new TrafficDirectionCompleter().Spelled(Direction),
        };
        var answer = await client.ReadAsync(ZecActions.DescribeEipTraffic, request, call, found => found.DataList?.Count ?? 0, stop).ConfigureAwait(false);
        var reading = new Reading(client);
        var points = Measurements(answer.DataList, point => (point.In ?? point.Out) is not null);
        return Summary
            ? Summed(question, points.Count > 0, [answer.InMax, answer.OutMax], () => new ZecEipTrafficSummary(eip, answer) { Reading = reading })
            : [.. points.Select(point => new ZecEipTraffic(eip, point) { Reading = reading })];
    }
}
