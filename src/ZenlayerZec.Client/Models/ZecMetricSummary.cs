namespace ZenlayerZec.Client.Models;

/// <summary>The least, the average and the greatest of what was measured of a thing in a time, as the service computes them.</summary>
public abstract class ZecMetricSummary : ZecObject
{
    private protected ZecMetricSummary(string metricName, decimal? minimum, decimal? average, decimal? maximum, Reading reading)
    {
        MetricName = metricName;
        Minimum = minimum;
        Average = average;
        Maximum = maximum;
        Reading = reading;
    }

    /// <summary>What is measured, such as CPU_UTILIZATION. The API states no units.</summary>
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
