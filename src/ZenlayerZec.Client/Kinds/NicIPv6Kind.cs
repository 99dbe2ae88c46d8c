using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Waiting;

namespace ZenlayerZec.Client.Kinds;

/// <summary>Public IPv6 addresses of network interfaces. They have IDs of their own, and no list.</summary>
internal static class NicIPv6Kind
{
    /// <summary>The kind.</summary>
    public static TypedKind<ZecNicIPv6> Kind { get; } = new(
        "IPv6 address",
        new NicIPv6List(),
        item => item.NicIPv6Id,
        (id, _, _) => new ZecNicIPv6 { NicIPv6Id = id })
    {
        Plural = "IPv6 addresses",
        Detail = item => item.IpAddress,
        Catalogues = ["Get-ZecNic"],
        Changes = new Dictionary<string, Func<string?, WaitGoal?>>
        {
            [ZecActions.ModifyIpv6Bandwidth.Name] = _ => null,
            [ZecActions.ModifyNetworkInterfacePublicIPv6BandwidthLimitMode.Name] = _ => null,
        },
    };
}
