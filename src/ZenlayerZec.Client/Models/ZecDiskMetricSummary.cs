namespace ZenlayerZec.Client.Models;

/// <summary>The least, the average and the greatest of what was measured of a disk in a time, as the service computes them.</summary>
public sealed class ZecDiskMetricSummary : ZecMetricSummary
{
    internal ZecDiskMetricSummary(string diskId, string metricName, decimal? minimum, decimal? average, decimal? maximum, Reading reading)
        : base(metricName, minimum, average, maximum, reading)
        => DiskId = diskId;

    /// <summary>The ID of the disk.</summary>
    public string DiskId { get; }
}
