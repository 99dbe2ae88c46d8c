namespace ZenlayerZec.Client.Models;

/// <summary>What was measured of an elastic IP at a moment, in bits or packets per second.</summary>
public sealed class ZecEipMetric : ZecObject
{
    internal ZecEipMetric(string eipId, string metricName, ZecEipMetricPoint? point)
    {
        EipId = eipId;
        MetricName = metricName;
        Time = point?.Time;
        In = point?.InValue;
        Out = point?.OutValue;
        InDropped = point?.LoseIn;
        OutDropped = point?.LoseOut;
    }

    /// <summary>The ID of the elastic IP.</summary>
    public string EipId { get; }

    /// <summary>What is measured: BANDWIDTH, in bits per second, or PACKETS, in packets per second.</summary>
    public string MetricName { get; }

    /// <summary>The moment; null where the service does not say it in a form that can be read.</summary>
    public DateTimeOffset? Time { get; }

    /// <summary>What came in; null where there is no value.</summary>
    public decimal? In { get; }

    /// <summary>What went out.</summary>
    public decimal? Out { get; }

    /// <summary>What came in and was dropped.</summary>
    public decimal? InDropped { get; }

    /// <summary>What was to go out and was dropped.</summary>
    public decimal? OutDropped { get; }

    /// <summary>The moment and the values.</summary>
    public override string ToString() => $"{MetricName} {Time:u} {In} {Out}";
}
