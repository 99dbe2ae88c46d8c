using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Reads what was measured of disks.</para>
/// <para type="description">One request for each disk and metric, several at a time.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecDiskMetric", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecDiskMetric.md")]
[OutputType(typeof(ZecDiskMetric), typeof(ZecDiskMetricSummary))]
public sealed class GetZecDiskMetricCommand : MetricCmdlet
{
    /// <summary><para type="description">The IDs of the disks.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(DiskIdCompleter))]
    [IdOf(typeof(ZecDisk))]
    [ValidateId(typeof(ZecDisk))]
    public string[] DiskId { get; set; } = [];

    /// <summary><para type="description">The disks, as Get-ZecDisk returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(DiskArgumentCompleter))]
    [ObjectOf(typeof(ZecDisk))]
    public ZecDisk[] InputObject { get; set; } = [];

    /// <summary><para type="description">What is measured, such as DISK_UTIL.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(DiskMetricNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] MetricName { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
        => Ask(DiskKind.Kind, DiskId, InputObject, Array.ConvertAll(MetricName, metric => new DiskMetricNameCompleter().Spelled(metric)!));

    private protected override string Describe(object question) => question is Measured one ? $"{one.Metric} of disk {one.Id}" : string.Empty;

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var (disk, metric) = (Measured)question;
        var request = new DescribeDiskMonitorDataRequest
        {
            DiskId = disk,
            MetricType = metric,
            StartTime = From,
            EndTime = Until,
            Step = Step,
        };
        var answer = await client.ReadAsync(ZecActions.DescribeDiskMonitorData, request, call, found => found.Metrics?.Count ?? 0, stop).ConfigureAwait(false);
        var reading = new Reading(client);
        var points = Measurements(answer.Metrics, point => point.Value is not null);
        decimal?[] numbers = [answer.MinValue, answer.AvgValue, answer.MaxValue];
        return Summary
            ? Summed(question, points.Count > 0, numbers.Cast<object?>(), () => new ZecDiskMetricSummary(disk, metric, answer.MinValue, answer.AvgValue, answer.MaxValue, reading))
            : [.. points.Select(point => new ZecDiskMetric(disk, metric, point, reading))];
    }
}
