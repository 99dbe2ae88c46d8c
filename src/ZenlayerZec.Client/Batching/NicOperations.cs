using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <content>What the description of the API does not say of itself: the addresses of a network interface have no list of their own.</content>
internal static partial class NicOperations
{
    /// <summary>BatchAssignNetworkInterfaceIpv4, for addresses that are named.</summary>
    /// <param name="ipAddresses">The addresses.</param>
    public static WriteOperation NewIPv4(IReadOnlyList<string> ipAddresses) => new(
        ZecActions.BatchAssignNetworkInterfaceIpv4.Name,
        NicKind.Kind,
        WriteOperation.AttemptAtOne(
            ZecActions.BatchAssignNetworkInterfaceIpv4, id => new BatchAssignNetworkInterfaceIpv4Request { NicId = id, IpAddresses = ipAddresses }),
        Settle.When<ZecNic>(nic => nic.Status, nic => ipAddresses.All(nic.SecondaryIPv4s.Contains)))
    {
        Options = OptionsOf(ipAddresses),
        BatchSize = 1,
        SkipReason = WriteOperation.SkipIn(NicKind.States, [.. NicKind.States.WayOut]),
    };

    /// <summary>BatchAssignNetworkInterfaceIpv4, for a number of addresses. After a lost answer, nobody can tell which are those that it gave.</summary>
    /// <param name="count">The number.</param>
    /// <param name="given">Told which addresses a network interface of an account got.</param>
    public static WriteOperation NewIPv4(int count, Action<ZecClient, string, IReadOnlyList<string>> given) => new(
        ZecActions.BatchAssignNetworkInterfaceIpv4.Name,
        NicKind.Kind,
        async (client, call, ids, number, sending, cancellationToken) =>
        {
            var request = new BatchAssignNetworkInterfaceIpv4Request { NicId = ids[0], IpAddressCount = count };
            var (answer, requestId) = await client.AttemptAsync(
                ZecActions.BatchAssignNetworkInterfaceIpv4, request, call, _ => 1, number, sending, cancellationToken).ConfigureAwait(false);
            given(client, ids[0], answer.IpAddresses ?? []);
            return new BatchAnswer([], requestId);
        },
        Settle.Nothing)
    {
        Options = WriteOptions.Of(("Count", count)),
        BatchSize = 1,
        SkipReason = WriteOperation.SkipIn(NicKind.States, [.. NicKind.States.WayOut]),
    };

    /// <summary>UnassignNetworkInterfaceIpv4.</summary>
    /// <param name="ipAddresses">The addresses.</param>
    public static WriteOperation RemoveIPv4(IReadOnlyList<string> ipAddresses) => new(
        ZecActions.UnassignNetworkInterfaceIpv4.Name,
        NicKind.Kind,
        WriteOperation.AttemptAtOne(ZecActions.UnassignNetworkInterfaceIpv4, id => new UnassignNetworkInterfaceIpv4Request { NicId = id, IpAddresses = ipAddresses }),
        Settle.When<ZecNic>(nic => nic.Status, nic => !ipAddresses.Any(nic.PrivateIpAddresses.Concat(nic.SecondaryIPv4s).Contains)))
    {
        Options = OptionsOf(ipAddresses),
        BatchSize = 1,
        SkipReason = WriteOperation.SkipIn(NicKind.States, [.. NicKind.States.WayOut]),
    };

    private static string? OptionsOf(IReadOnlyList<string> ipAddresses) => WriteOptions.Of(("IpAddress", string.Join(" ", ipAddresses)));
}
