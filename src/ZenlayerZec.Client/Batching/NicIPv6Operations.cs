using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>What can be done to the IPv6 addresses of network interfaces: they belong to them, and have no list of their own.</summary>
internal static class NicIPv6Operations
{
    /// <summary>
    /// AssignNetworkInterfaceIpv6. It looks first: one that has an address already would not show whether this request gave it, and how it is paid for.
    /// </summary>
    /// <param name="request">What is asked for; the network interface is put into it.</param>
    /// <param name="options">The parameters with their values.</param>
    public static WriteOperation New(Func<string, AssignNetworkInterfaceIpv6Request> request, params (string Name, object? Value)[] options) => new(
        ZecActions.AssignNetworkInterfaceIpv6.Name,
        NicKind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.AssignNetworkInterfaceIpv6, request),
        Settle.When<ZecNic>(nic => nic.Status, Has))
    {
        Options = WriteOptions.Of(options),
        BatchSize = 1,
        LooksFirst = true,
        SkipReason = WriteOperation.SkipIn(NicKind.States, [.. NicKind.States.WayOut]),
        SkipThing = thing => thing is ZecNic nic && Has(nic) ? "already has an IPv6 address" : null,
    };

    /// <summary>UnassignNetworkInterfaceIpv6.</summary>
    public static WriteOperation Remove() => new(
        ZecActions.UnassignNetworkInterfaceIpv6.Name,
        NicKind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.UnassignNetworkInterfaceIpv6, id => new UnassignNetworkInterfaceIpv6Request { NicId = id }),
        Settle.When<ZecNic>(nic => nic.Status, nic => !Has(nic)))
    {
        Options = WriteOptions.Of(),
        BatchSize = 1,
        LooksFirst = true,
        SkipReason = WriteOperation.SkipIn(NicKind.States, [.. NicKind.States.WayOut]),
        SkipThing = thing => thing is ZecNic nic && !Has(nic) ? "has no IPv6 address" : null,
    };

    /// <summary>ModifyNetworkInterfacePublicIPv6BandwidthLimitMode.</summary>
    /// <param name="rateLimitMode">LOOSE or STRICT.</param>
    public static WriteOperation Set(string rateLimitMode) => new(
        ZecActions.ModifyNetworkInterfacePublicIPv6BandwidthLimitMode.Name,
        NicIPv6Kind.Kind,
        WriteOperation.AttemptAtOne(
            ZecActions.ModifyNetworkInterfacePublicIPv6BandwidthLimitMode,
            id => new ModifyNetworkInterfacePublicIPv6BandwidthLimitModeRequest { Ipv6CidrId = id, RateLimitMode = rateLimitMode }),
        Settle.WhenEquals<ZecNicIPv6>(address => address.RateLimitMode, rateLimitMode))
    {
        Options = WriteOptions.Of(("RateLimitMode", rateLimitMode)),
        BatchSize = 1,
        Repeat = Repeat.AfterFreshLook,
    };

    /// <summary>ModifyIpv6Bandwidth.</summary>
    /// <param name="bandwidthMbps">The bandwidth.</param>
    public static WriteOperation Resize(int bandwidthMbps) => new(
        ZecActions.ModifyIpv6Bandwidth.Name,
        NicIPv6Kind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.ModifyIpv6Bandwidth, id => new ModifyIpv6BandwidthRequest { Ipv6Id = id, Bandwidth = bandwidthMbps }),
        Settle.When<ZecNicIPv6>(_ => string.Empty, address => address.BandwidthMbps == bandwidthMbps))
    {
        Options = WriteOptions.Of(("BandwidthMbps", bandwidthMbps)),
        BatchSize = 1,
    };

    private static bool Has(ZecNic nic) => !string.IsNullOrEmpty(nic.PrimaryIPv6);
}
