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
/// <para type="synopsis">Reads what was measured of instances.</para>
/// <para type="description">One request for each instance and metric, several at a time.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecInstanceMetric", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecInstanceMetric.md")]
[OutputType(typeof(ZecInstanceMetric), typeof(ZecInstanceMetricSummary))]
public sealed class GetZecInstanceMetricCommand : MetricCmdlet
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

    /// <summary><para type="description">What is measured, such as CPU_UTILIZATION.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(InstanceMetricNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] MetricName { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
        => Ask(InstanceKind.Kind, InstanceId, InputObject, Array.ConvertAll(MetricName, metric => new InstanceMetricNameCompleter().Spelled(metric)!));

    private protected override string Describe(object question) => question is Measured one ? $"{one.Metric} of instance {one.Id}" : string.Empty;

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var (instance, metric) = (Measured)question;
        var request = new DescribeInstanceMonitorDataRequest
        {
            InstanceId = instance,
            MetricType = metric,
            StartTime = From,
            EndTime = Until,
            Step = Step,
        };
        var answer = await client.ReadAsync(ZecActions.DescribeInstanceMonitorData, request, call, found => found.Metrics?.Count ?? 0, stop).ConfigureAwait(false);
        var reading = new Reading(client);
        var points = Measurements(answer.Metrics, point => point.Value is not null);
        decimal?[] numbers = [answer.MinValue, answer.AvgValue, answer.MaxValue];
        return Summary
            ? Summed(question, points.Count > 0, numbers.Cast<object?>(), () => new ZecInstanceMetricSummary(instance, metric, answer.MinValue, answer.AvgValue, answer.MaxValue, reading))
            : [.. points.Select(point => new ZecInstanceMetric(instance, metric, point, reading))];
    }
}
