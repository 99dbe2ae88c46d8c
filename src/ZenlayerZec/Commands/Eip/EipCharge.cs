using System.Globalization;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Commands.Eip;

/// <summary>How an elastic IP is paid for, by the charge types that the API documents.</summary>
internal static class EipCharge
{
    /// <summary>What a charge type needs and is not there, as a sentence; null where nothing is missing, or the charge type is not documented.</summary>
    public static string? Fault(ChangeEipInternetChargeTypeRequest settings) => settings switch
    {
        { InternetChargeType: "ByBandwidth", Bandwidth: null } => "ByBandwidth needs -BandwidthMbps.",
        { InternetChargeType: "ByTrafficPackage", FlowPackage: null } => "ByTrafficPackage needs -TrafficPackageSizeTB.",
        { InternetChargeType: "BandwidthCluster", ClusterId: null } => "BandwidthCluster needs -ClusterId.",
        _ => null,
    };

    /// <summary>The charge type in words, as the end of "Pay for the elastic IP".</summary>
    public static string Words(ChangeEipInternetChargeTypeRequest settings) => settings.InternetChargeType switch
    {
        "ByBandwidth" => string.Format(CultureInfo.InvariantCulture, "by a bandwidth of {0} Mbps", settings.Bandwidth),
        "ByTrafficPackage" => string.Format(CultureInfo.InvariantCulture, "by a traffic package of {0} TB", settings.FlowPackage),
        "BandwidthCluster" => $"by the bandwidth cluster {settings.ClusterId}",
        var other => $"as {other}",
    };
}
