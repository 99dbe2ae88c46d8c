namespace ZenlayerZec.Client.Models;

/// <summary>The least, the average and the greatest of what was measured of a network interface in a time, as the service computes them.</summary>
public sealed class ZecNicMetricSummary : ZecMetricSummary
{
    internal ZecNicMetricSummary(string nicId, string metricName, decimal? minimum, decimal? average, decimal? maximum, Reading reading)
        : base(metricName, minimum, average, maximum, reading)
        => NicId = nicId;

    /// <summary>The ID of the network interface.</summary>
    public string NicId { get; }
}
