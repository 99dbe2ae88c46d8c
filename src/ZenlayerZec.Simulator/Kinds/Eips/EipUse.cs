using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>What goes through an elastic IP: always the same at the same moment, nothing before it was made, and nothing while it is bound to nothing.</summary>
internal static class EipUse
{
    private const int BitsPerPacket = 6_000;
    private const double BitsPerMbps = 1_000_000;

    /// <summary>So much is dropped of what comes close to the limit.</summary>
    private const double DropsAbove = 0.9;

    /// <summary>Bits per second in one direction; null where there are none.</summary>
    public static double? Bits(SimulatedRow eip, bool isIn, DateTimeOffset moment)
    {
        _ = WireTime.Read(eip.Text("createTime") ?? string.Empty, "createTime", out var made);
        return moment < made || eip.Text("associatedId") is null
            ? null
            : Math.Round(MetricTime.Share(eip.Id + isIn, moment) * (eip.Whole("bandwidth") ?? 100) * BitsPerMbps * (isIn ? 0.3 : 1));
    }

    /// <summary>What was measured in one direction.</summary>
    public static double? Value(SimulatedRow eip, string metric, bool isIn, DateTimeOffset moment)
        => Bits(eip, isIn, moment) is { } bits ? metric == "PACKETS" ? Math.Round(bits / BitsPerPacket) : bits : null;

    /// <summary>What was dropped in one direction.</summary>
    public static double? Dropped(SimulatedRow eip, string metric, bool isIn, DateTimeOffset moment)
    {
        var limit = (eip.Whole("bandwidth") ?? 100) * BitsPerMbps * DropsAbove;
        return Bits(eip, isIn, moment) is { } bits ? Math.Round(Math.Max(0, bits - limit) / (metric == "PACKETS" ? BitsPerPacket : 1)) : null;
    }
}
