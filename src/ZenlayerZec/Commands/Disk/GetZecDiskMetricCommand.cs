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
public sealed class GetZecDiskMetricCommand : AskCmdlet
{
    private static readonly TimeSpan DefaultTime = TimeSpan.FromHours(1);

    private DateTimeOffset _end;

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

    /// <summary><para type="description">The start of the time. The default is one hour before its end.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary><para type="description">The end of the time. The default is now.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary><para type="description">The time between two values, in whole minutes. The default of the service is 5 minutes.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? Interval { get; set; }

    /// <summary><para type="description">Returns the least, the average and the greatest of the values instead of each of them.</para></summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _end = EndTime ?? DateTimeOffset.UtcNow;
        var fault = Interval is { } interval && (interval < TimeSpan.FromMinutes(1) || interval.Ticks % TimeSpan.TicksPerMinute != 0)
            ? "-Interval is a number of whole minutes."
            : (StartTime ?? (_end - DefaultTime)) >= _end ? "-StartTime is not before -EndTime." : null;
        if (fault is not null)
        {
            ThrowTerminatingError(new ErrorRecord(new ArgumentException(fault), "TimeInvalid", ErrorCategory.InvalidArgument, null));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var disk in ParameterSetName == IdSet ? [.. DiskId.Select(id => new ZecDisk { DiskId = id })] : InputObject)
        {
            if ((ParameterSetName == IdSet ? Client : ClientOf(DiskKind.Kind, disk)) is { } client)
            {
                foreach (var metric in MetricName)
                {
                    Ask(client, new Measured(disk.DiskId, new DiskMetricNameCompleter().Spelled(metric)!));
                }
            }
        }
    }

    private protected override string Describe(object question) => question is Measured one ? $"{one.Metric} of disk {one.DiskId}" : string.Empty;

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var (disk, metric) = (Measured)question;
        var request = new DescribeDiskMonitorDataRequest
        {
            DiskId = disk,
            MetricType = metric,
            StartTime = StartTime ?? (_end - DefaultTime),
            EndTime = _end,
            Step = (int?)Interval?.TotalMinutes,
        };
        var answer = await client.ReadAsync(ZecActions.DescribeDiskMonitorData, request, call, found => found.Metrics!.Count, stop).ConfigureAwait(false);
        var reading = new Reading(client);
        return Summary
            ? [new ZecDiskMetricSummary(disk, metric, answer.MinValue, answer.AvgValue, answer.MaxValue) { Reading = reading }]
            : [.. answer.Metrics!.Select(point => new ZecDiskMetric(disk, metric, point?.Time, point?.Value) { Reading = reading })];
    }

    private sealed record Measured(string DiskId, string Metric);
}
