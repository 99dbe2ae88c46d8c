namespace ZenlayerZec.Client.Models;

/// <summary>A measured value of a disk at a moment.</summary>
public sealed class ZecDiskMetric : ZecMetric
{
    internal ZecDiskMetric(string diskId, string metricName, ZecMetricPoint? point, Reading reading)
        : base(metricName, point, reading)
        => DiskId = diskId;

    /// <summary>The ID of the disk.</summary>
    public string DiskId { get; }
}
