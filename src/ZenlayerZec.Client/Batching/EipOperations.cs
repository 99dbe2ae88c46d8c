using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <content>What the description of the API does not say of itself: one action has several targets, or several ways to pay.</content>
internal static partial class EipOperations
{
    private static readonly (string State, string Reason) StillCreated = (EipStatus.Creating, "is still being created");

    /// <summary>AssociateEipAddress.</summary>
    /// <param name="to">What they are bound to.</param>
    public static WriteOperation Register(EipBinding to) => new(
        ZecActions.AssociateEipAddress.Name,
        EipKind.Kind,
        WriteOperation.AttemptAt(ZecActions.AssociateEipAddress, ids => Request(ids, to), answer => answer.FailedEipIds ?? []),
        Settle.When<ZecEip>(eip => eip.Status, eip => IsBoundTo(eip, to)))
    {
        // The interface of an instance is looked for again: it may be another one by then.
        Options = WriteOptions.Of(
            ("InstanceId", to.InstanceId),
            ("NicId", to.InstanceId is null ? to.NicId : null),
            ("LanIp", to.InstanceId is null ? to.LanIp : null),
            ("LoadBalancerId", to.LoadBalancerId),
            ("NatGatewayId", to.NatGatewayId),
            ("HaVipId", to.HaVipId),
            ("BindType", to.BindType)),
        IsBatchSizeGuessed = true,
        LeadsToUse = true,
        SkipReason = WriteOperation.SkipIn(
            EipKind.States, [StillCreated, (EipStatus.CreateFailed, "could not be created"), .. EipKind.States.WayOut]),
    };

    /// <summary>Whether an elastic IP is bound, or being bound, to something.</summary>
    /// <param name="eip">The elastic IP.</param>
    /// <param name="to">What it is to be bound to.</param>
    public static bool IsBoundTo(ZecEip eip, EipBinding to)
        => (EipKind.States.Same(eip.Status, EipStatus.Binded) || EipKind.States.Same(eip.Status, EipStatus.Assigning))
            && (to.AssociatedId is { } id ? eip.AssociatedId == id || eip.NicId == id : eip.AttachedInstanceId == to.InstanceId)
            && (to.LanIp is null || eip.LanIp == to.LanIp)
            && (to.BindType is null || eip.BindType == to.BindType);

    /// <summary>ReplaceEipAddress. The present address is given up, and a second request would give up the new one.</summary>
    /// <param name="ownIp">The address that is replaced; null where there is one.</param>
    /// <param name="ipAddress">The new address; null where the service chooses it.</param>
    /// <param name="before">The addresses that an elastic IP had before.</param>
    public static WriteOperation SetAddress(string? ownIp, string? ipAddress, Func<string, IReadOnlyList<string>?> before) => new(
        ZecActions.ReplaceEipAddress.Name,
        EipKind.Kind,
        WriteOperation.AttemptAt(
            ZecActions.ReplaceEipAddress,
            ids => new ReplaceEipAddressRequest { ReplaceIps = [.. ids.Select(id => new ZecEipReplacement { EipId = id, OwnIp = ownIp, TargetIp = ipAddress })] },
            answer => answer.FailedEipIds ?? []),
        Settle.When<ZecEip>(eip => eip.Status, eip => ipAddress is not null
            ? eip.PublicIpAddresses.Contains(ipAddress, StringComparer.Ordinal)
            : before(eip.EipId) is { } old && eip.PublicIpAddresses.Count > 0 && !eip.PublicIpAddresses.SequenceEqual(old, StringComparer.Ordinal)))
    {
        Options = WriteOptions.Of(("OwnIp", ownIp), ("IpAddress", ipAddress)),
        BatchSize = ipAddress is null ? 100 : 1,
        IsBatchSizeGuessed = ipAddress is null,
        EndsAsItMayHaveBegun = true,
        SkipReason = WriteOperation.SkipIn(EipKind.States, [StillCreated, .. EipKind.States.WayOut]),
    };

    /// <summary>ChangeEipInternetChargeType.</summary>
    /// <param name="settings">How it is paid for then; its ID is not looked at.</param>
    public static WriteOperation SetInternetChargeType(ChangeEipInternetChargeTypeRequest settings) => new(
        ZecActions.ChangeEipInternetChargeType.Name,
        EipKind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.ChangeEipInternetChargeType, id => new ChangeEipInternetChargeTypeRequest
        {
            EipId = id,
            InternetChargeType = settings.InternetChargeType,
            FlowPackage = settings.FlowPackage,
            Bandwidth = settings.Bandwidth,
            BandwidthCap = settings.BandwidthCap,
            ClusterId = settings.ClusterId,
        }),
        SettleChargeType(settings))
    {
        Options = WriteOptions.Of(
            ("InternetChargeType", settings.InternetChargeType),
            ("BandwidthMbps", settings.Bandwidth),
            ("BandwidthCapMbps", settings.BandwidthCap),
            ("TrafficPackageSizeTB", settings.FlowPackage),
            ("ClusterId", settings.ClusterId)),
        BatchSize = 1,
        SkipReason = WriteOperation.SkipIn(EipKind.States, [StillCreated, .. EipKind.States.WayOut]),
    };

    /// <summary>Whether an elastic IP is paid for in a way.</summary>
    /// <param name="eip">The elastic IP.</param>
    /// <param name="settings">The way.</param>
    public static bool IsPaidAs(ZecEip eip, ChangeEipInternetChargeTypeRequest settings)
        => eip.InternetChargeType == settings.InternetChargeType
            && (settings.Bandwidth is null || eip.BandwidthMbps == settings.Bandwidth)
            && (settings.FlowPackage is null || eip.TrafficPackageSizeTB == settings.FlowPackage)
            && (settings.ClusterId is null || eip.BandwidthClusterId == settings.ClusterId)

            // No answer shows a cap.
            && settings.BandwidthCap is null;

    private static Settle SettleChargeType(ChangeEipInternetChargeTypeRequest settings)
        => settings.BandwidthCap is null ? Settle.When<ZecEip>(eip => eip.Status, eip => IsPaidAs(eip, settings)) : Settle.Nothing;

    /// <summary>No answer shows a committed bandwidth.</summary>
    private static Settle SettleBandwidth(int bandwidthMbps, int? commitBandwidthMbps)
        => commitBandwidthMbps is null ? Settle.When<ZecEip>(eip => eip.Status, eip => eip.BandwidthMbps == bandwidthMbps) : Settle.Nothing;

    private static AssociateEipAddressRequest Request(IReadOnlyList<string> ids, EipBinding to) => new()
    {
        EipIds = ids,
        NicId = to.NicId,
        LanIp = to.LanIp,
        LoadBalancerId = to.LoadBalancerId,
        NatId = to.NatGatewayId,
        HaVipId = to.HaVipId,
        BindType = to.BindType,
    };
}
