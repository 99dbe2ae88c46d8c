using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <content>What the description of the API does not say of itself: how a subnet shows which addresses it has.</content>
internal static partial class SubnetOperations
{
    private static Settle SettleCidrBlock(string cidrBlock, string? name) => Settle.When<ZecSubnet>(
        _ => string.Empty, subnet => subnet.CidrBlock == cidrBlock && (name is null || subnet.Name == name));

    /// <summary>From which block the IPv6 addresses were taken, a subnet does not say: where it matters, the outcome stays unknown.</summary>
    private static Settle SettleIpStackType(string ipStackType, string? iPv6Type, string? iPv6CidrId, int? iPv6MaskLength) => iPv6CidrId is not null
        ? Settle.Nothing
        : Settle.When<ZecSubnet>(
            _ => string.Empty,
            subnet => subnet.IpStackType == ipStackType
                && (iPv6Type is null || subnet.IPv6Type == iPv6Type)
                && (iPv6MaskLength is null || subnet.IPv6MaskLength == iPv6MaskLength));
}
