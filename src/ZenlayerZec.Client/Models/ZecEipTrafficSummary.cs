using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Models;

/// <summary>The traffic of an elastic IP in a time, as the service sums it up, in bits per second. The 95th percentile is what is paid for.</summary>
public sealed class ZecEipTrafficSummary : ZecObject
{
    internal ZecEipTrafficSummary(string eipId, DescribeEipTrafficResponse answer)
    {
        EipId = eipId;
        In95 = answer.In95;
        InMinimum = answer.InMin;
        InAverage = answer.InAvg;
        InMaximum = answer.InMax;
        InTotal = answer.InTotal;
        Out95 = answer.Out95;
        OutMinimum = answer.OutMin;
        OutAverage = answer.OutAvg;
        OutMaximum = answer.OutMax;
        OutTotal = answer.OutTotal;
    }

    /// <summary>The ID of the elastic IP.</summary>
    public string EipId { get; }

    /// <summary>The 95th percentile of what came in.</summary>
    public long? In95 { get; }

    /// <summary>The least that came in.</summary>
    public long? InMinimum { get; }

    /// <summary>The average of what came in.</summary>
    public long? InAverage { get; }

    /// <summary>The most that came in.</summary>
    public long? InMaximum { get; }

    /// <summary>All that came in; the API states no unit.</summary>
    public long? InTotal { get; }

    /// <summary>The 95th percentile of what went out.</summary>
    public long? Out95 { get; }

    /// <summary>The least that went out.</summary>
    public long? OutMinimum { get; }

    /// <summary>The average of what went out.</summary>
    public long? OutAverage { get; }

    /// <summary>The most that went out.</summary>
    public long? OutMaximum { get; }

    /// <summary>All that went out; the API states no unit.</summary>
    public long? OutTotal { get; }

    /// <summary>The 95th percentiles.</summary>
    public override string ToString() => $"{In95} {Out95}";
}
