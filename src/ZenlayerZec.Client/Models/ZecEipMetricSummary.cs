using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Models;

/// <summary>What was measured of an elastic IP in a time, as the service sums it up. The API has no average of what was dropped.</summary>
public sealed class ZecEipMetricSummary : ZecObject
{
    internal ZecEipMetricSummary(string eipId, string metricName, DescribeEipMonitorDataResponse answer)
    {
        EipId = eipId;
        MetricName = metricName;
        InMinimum = answer.InMinValue;
        InAverage = answer.InAvgValue;
        InMaximum = answer.InMaxValue;
        InTotal = answer.InTotalValue;
        OutMinimum = answer.OutMinValue;
        OutAverage = answer.OutAvgValue;
        OutMaximum = answer.OutMaxValue;
        OutTotal = answer.OutTotalValue;
        InDroppedMinimum = answer.LoseInMinValue;
        InDroppedMaximum = answer.LoseInMaxValue;
        InDroppedTotal = answer.LoseInTotalValue;
        OutDroppedMinimum = answer.LoseOutMinValue;
        OutDroppedMaximum = answer.LoseOutMaxValue;
        OutDroppedTotal = answer.LoseOutTotalValue;
    }

    /// <summary>The ID of the elastic IP.</summary>
    public string EipId { get; }

    /// <summary>What is measured: BANDWIDTH, in bits per second, or PACKETS, in packets per second.</summary>
    public string MetricName { get; }

    /// <summary>The least that came in.</summary>
    public decimal? InMinimum { get; }

    /// <summary>The average of what came in.</summary>
    public decimal? InAverage { get; }

    /// <summary>The most that came in.</summary>
    public decimal? InMaximum { get; }

    /// <summary>All that came in.</summary>
    public decimal? InTotal { get; }

    /// <summary>The least that went out.</summary>
    public decimal? OutMinimum { get; }

    /// <summary>The average of what went out.</summary>
    public decimal? OutAverage { get; }

    /// <summary>The most that went out.</summary>
    public decimal? OutMaximum { get; }

    /// <summary>All that went out.</summary>
    public decimal? OutTotal { get; }

    /// <summary>The least that came in and was dropped.</summary>
    public decimal? InDroppedMinimum { get; }

    /// <summary>The most that came in and was dropped.</summary>
    public decimal? InDroppedMaximum { get; }

    /// <summary>All that came in and was dropped.</summary>
    public decimal? InDroppedTotal { get; }

    /// <summary>The least that was to go out and was dropped.</summary>
    public decimal? OutDroppedMinimum { get; }

    /// <summary>The most that was to go out and was dropped.</summary>
    public decimal? OutDroppedMaximum { get; }

    /// <summary>All that was to go out and was dropped.</summary>
    public decimal? OutDroppedTotal { get; }

    /// <summary>The averages.</summary>
    public override string ToString() => $"{MetricName} {InAverage} {OutAverage}";
}
