namespace ZenlayerZec.Client.Models;

/// <summary>The least, the average and the greatest of what was measured of an instance in a time, as the service computes them.</summary>
public sealed class ZecInstanceMetricSummary : ZecMetricSummary
{
    internal ZecInstanceMetricSummary(string instanceId, string metricName, decimal? minimum, decimal? average, decimal? maximum, Reading reading)
        : base(metricName, minimum, average, maximum, reading)
        => InstanceId = instanceId;

    /// <summary>The ID of the instance.</summary>
    public string InstanceId { get; }
}
