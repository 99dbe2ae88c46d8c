namespace ZenlayerZec.Client.Models;

/// <summary>A measured value of a network interface at a moment.</summary>
public sealed class ZecNicMetric : ZecMetric
{
    internal ZecNicMetric(string nicId, string metricName, ZecMetricPoint? point, Reading reading)
        : base(metricName, point, reading)
        => NicId = nicId;

    /// <summary>The ID of the network interface.</summary>
    public string NicId { get; }
}
