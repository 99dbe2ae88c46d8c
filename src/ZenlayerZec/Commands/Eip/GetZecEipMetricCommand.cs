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
/// <para type="synopsis">Reads the bandwidth or the packets of elastic IPs, with what was dropped.</para>
/// <para type="description">One request for each elastic IP and metric, several at a time.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecEipMetric", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecEipMetric.md")]
[OutputType(typeof(ZecEipMetric), typeof(ZecEipMetricSummary))]
public sealed class GetZecEipMetricCommand : MetricCmdlet
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

    /// <summary><para type="description">What is measured: BANDWIDTH, in bits per second, or PACKETS, in packets per second.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(EipMetricNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] MetricName { get; set; } = [];

    /// <summary><para type="description">Only the traffic in the country (LOCAL) or with others (INTERNATIONAL).</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(TrafficDirectionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Direction { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
        => Ask(EipKind.Kind, EipId, InputObject, Array.ConvertAll(MetricName, metric => new EipMetricNameCompleter().Spelled(metric)!));

    private protected override string Describe(object question) => question is Measured one ? $"{one.Metric} of elastic IP {one.Id}" : string.Empty;

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var (eip, metric) = (Measured)question;
        var request = new DescribeEipMonitorDataRequest
        {
            EipId = eip,
            MetricType = metric,
            StartTime = From,
            EndTime = Until,
            Step = Step,
            Direction = new TrafficDirectionCompleter().Spelled(Direction),
        };
        var answer = await client.ReadAsync(ZecActions.DescribeEipMonitorData, request, call, found => found.DataList?.Count ?? 0, stop).ConfigureAwait(false);
        var reading = new Reading(client);
        var points = Measurements(answer.DataList, point => (point.InValue ?? point.OutValue) is not null);
        return Summary
            ? Summed(question, points.Count > 0, [answer.InMaxValue, answer.OutMaxValue], () => new ZecEipMetricSummary(eip, metric, answer) { Reading = reading })
            : [.. points.Select(point => new ZecEipMetric(eip, metric, point) { Reading = reading })];
    }
}
