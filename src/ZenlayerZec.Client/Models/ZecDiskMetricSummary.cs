namespace ZenlayerZec.Client.Models;

/// <summary>The least, the average and the greatest of what was measured of a disk in a time, as the service computes them.</summary>
public sealed class ZecDiskMetricSummary : ZecObject
{
    internal ZecDiskMetricSummary(string diskId, string metricName, decimal? minimum, decimal? average, decimal? maximum)
    {
        DiskId = diskId;
        MetricName = metricName;
        Minimum = minimum;
        Average = average;
        Maximum = maximum;
    }

    /// <summary>The ID of the disk.</summary>
    public string DiskId { get; }

    /// <summary>What is measured, such as DISK_UTIL. The API states no units.</summary>
    public string MetricName { get; }

    /// <summary>The least value.</summary>
    public decimal? Minimum { get; }

    /// <summary>The average.</summary>
    public decimal? Average { get; }

    /// <summary>The greatest value.</summary>
    public decimal? Maximum { get; }

    /// <summary>The three values.</summary>
    public override string ToString() => $"{MetricName} {Minimum} {Average} {Maximum}";
}
