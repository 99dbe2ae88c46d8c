namespace ZenlayerZec.Client.Models;

/// <summary>A measured value of a disk at a moment.</summary>
public sealed class ZecDiskMetric : ZecObject
{
    internal ZecDiskMetric(string diskId, string metricName, DateTimeOffset? time, decimal? value)
    {
        DiskId = diskId;
        MetricName = metricName;
        Time = time;
        Value = value;
    }

    /// <summary>The ID of the disk.</summary>
    public string DiskId { get; }

    /// <summary>What is measured, such as DISK_UTIL. The API states no units.</summary>
    public string MetricName { get; }

    /// <summary>The moment; null where the service does not say it in a form that can be read.</summary>
    public DateTimeOffset? Time { get; }

    /// <summary>The value; null where there is none.</summary>
    public decimal? Value { get; }

    /// <summary>The moment and the value.</summary>
    public override string ToString() => $"{MetricName} {Time:u} {Value}";
}
