namespace ZenlayerZec.Client.Models;

/// <summary>The traffic of an elastic IP at a moment, in bits per second.</summary>
public sealed class ZecEipTraffic : ZecObject
{
    internal ZecEipTraffic(string eipId, ZecEipTrafficPoint? point)
    {
        EipId = eipId;
        Time = point?.Time;
        In = point?.In;
        Out = point?.Out;
    }

    /// <summary>The ID of the elastic IP.</summary>
    public string EipId { get; }

    /// <summary>The moment; null where the service does not say it in a form that can be read.</summary>
    public DateTimeOffset? Time { get; }

    /// <summary>What came in; null where there is no value.</summary>
    public long? In { get; }

    /// <summary>What went out.</summary>
    public long? Out { get; }

    /// <summary>The moment and the values.</summary>
    public override string ToString() => $"{Time:u} {In} {Out}";
}
