namespace ZenlayerZec.Client.Models;

/// <summary>A measured value of an instance at a moment.</summary>
public sealed class ZecInstanceMetric : ZecMetric
{
    internal ZecInstanceMetric(string instanceId, string metricName, ZecMetricPoint? point, Reading reading)
        : base(metricName, point, reading)
        => InstanceId = instanceId;

    /// <summary>The ID of the instance.</summary>
    public string InstanceId { get; }
}
