using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Nic;

/// <summary>
/// <para type="synopsis">Reads what was measured of network interfaces.</para>
/// <para type="description">One request for each network interface and metric, several at a time.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecNicMetric", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecNicMetric.md")]
[OutputType(typeof(ZecNicMetric), typeof(ZecNicMetricSummary))]
public sealed class GetZecNicMetricCommand : MetricCmdlet
{
    /// <summary><para type="description">The IDs of the network interfaces.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(NicIdCompleter))]
    [IdOf(typeof(ZecNic))]
    [ValidateId(typeof(ZecNic))]
    public string[] NicId { get; set; } = [];

    /// <summary><para type="description">The network interfaces, as Get-ZecNic returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NicArgumentCompleter))]
    [ObjectOf(typeof(ZecNic))]
    public ZecNic[] InputObject { get; set; } = [];

    /// <summary><para type="description">What is measured, such as RX_BITS.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(NicMetricNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] MetricName { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
        => Ask(NicKind.Kind, NicId, InputObject, Array.ConvertAll(MetricName, metric => new NicMetricNameCompleter().Spelled(metric)!));

    private protected override string Describe(object question) => question is Measured one ? $"{one.Metric} of network interface {one.Id}" : string.Empty;

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var (nic, metric) = (Measured)question;
        var request = new DescribeNetworkInterfaceMonitorDataRequest
        {
            NicId = nic,
            MetricType = metric,
            StartTime = From,
            EndTime = Until,
            Step = Step,
        };
        var answer = await client.ReadAsync(ZecActions.DescribeNetworkInterfaceMonitorData, request, call, found => found.Metrics?.Count ?? 0, stop).ConfigureAwait(false);
        var reading = new Reading(client);
        var points = Measurements(answer.Metrics, point => point.Value is not null);
        decimal?[] numbers = [answer.MinValue, answer.AvgValue, answer.MaxValue];
        return Summary
            ? Summed(question, points.Count > 0, numbers.Cast<object?>(), () => new ZecNicMetricSummary(nic, metric, answer.MinValue, answer.AvgValue, answer.MaxValue, reading))
            : [.. points.Select(point => new ZecNicMetric(nic, metric, point, reading))];
    }
}
