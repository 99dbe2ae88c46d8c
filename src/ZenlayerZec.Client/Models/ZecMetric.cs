namespace ZenlayerZec.Client.Models;

/// <summary>A measured value of a thing at a moment.</summary>
public abstract class ZecMetric : ZecObject
{
    private protected ZecMetric(string metricName, ZecMetricPoint? point, Reading reading)
    {
        MetricName = metricName;
        Time = point?.Time;
        Value = point?.Value;
        Reading = reading;
    }

    /// <summary>What is measured, such as CPU_UTILIZATION. The API states no units.</summary>
    public string MetricName { get; }

    /// <summary>The moment; null where the service does not say it in a form that can be read.</summary>
    public DateTimeOffset? Time { get; }

    /// <summary>The value; null where there is none.</summary>
    public decimal? Value { get; }

    /// <summary>The moment and the value.</summary>
    public override string ToString() => $"{MetricName} {Time:u} {Value}";
}
