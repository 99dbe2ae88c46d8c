using ZenlayerZec.Simulator.Answers;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>What elastic IPs and public IPv6 addresses cost. Nothing here is a price of the service.</summary>
internal static class EipRates
{
    /// <summary>What an elastic IP costs by the hour, beside its bandwidth.</summary>
    public const double Address = 0.005;

    /// <summary>What each GB above a traffic package costs.</summary>
    public const double PerExcessGB = 0.02;

    private const double PerMbps = 0.0012;
    private const double PerTB = 8;
    private const double PerRemoteMbps = 0.004;

    /// <summary>What a bandwidth costs, and for which time. What a bandwidth cluster pays for has no price of its own.</summary>
    public static (double Price, string Unit)? Bandwidth(string? type, int mbps, double packageTB) => type switch
    {
        EipRules.ByBandwidth => (PerMbps * mbps, PriceJson.Hour),
        EipRules.ByTrafficPackage => (PerTB * packageTB, PriceJson.Month),
        _ => null,
    };

    /// <summary>What the way to another region costs by the hour.</summary>
    public static double RemoteBandwidth(int mbps) => PerRemoteMbps * mbps;
}
