using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Client.Kinds;

/// <summary>Finds public IPv6 addresses: by the network interfaces that have IPv6, each of which is asked for its own.</summary>
internal sealed class NicIPv6List : KindList
{
    private static readonly string[] Stacks = ["IPv4_IPv6", "IPv6"];

    /// <summary>The public address of a network interface; null where it has none, or is gone.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the call.</param>
    /// <param name="nicId">The network interface.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ZecException">The call failed.</exception>
    public static async Task<ZecNicIPv6?> OfAsync(ZecClient client, ZecCallOptions call, string nicId, CancellationToken cancellationToken)
    {
        var request = new DescribeNetworkInterfacePublicIPv6Request { NicId = nicId };
        var answer = await client.ReadAsync(ZecActions.DescribeNetworkInterfacePublicIPv6, request, call, _ => 1, cancellationToken).ConfigureAwait(false);
        if (answer.Address is not { NicIPv6Id.Length: > 0 } address)
        {
            return null;
        }

        address.AttachedNicId = nicId;
        address.Reading = new Reading(client);
        return address;
    }

    /// <summary>The network interfaces of instances, in the order of the instances; without those that have no IPv6, and so no address.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for the calls.</param>
    /// <param name="instanceIds">The instances. A request names one; where there are more, all network interfaces are read.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ZecException">A call failed.</exception>
    public static async Task<IReadOnlyList<ZecNic>> NicsOfAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> instanceIds, CancellationToken cancellationToken)
    {
        var request = new DescribeNetworkInterfacesRequest { InstanceId = instanceIds.Count == 1 ? instanceIds[0] : null };
        var list = await NicKind.List.Lister(client, call).ListAsync(request, cancellationToken).ConfigureAwait(false);
        var attached = list.Items.Where(nic => nic.IpStackType != "IPv4").ToLookup(nic => nic.AttachedInstanceId, StringComparer.Ordinal);
        return [.. instanceIds.Distinct(StringComparer.Ordinal).SelectMany(id => attached[id])];
    }

    public override async Task<IReadOnlyDictionary<string, ZecObject>> FindAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, CancellationToken cancellationToken, Action<int, int>? progress = null)
    {
        var (wanted, nics, found) = (new HashSet<string>(ids, StringComparer.Ordinal), new List<ZecNic>(), new Dictionary<string, ZecObject>(StringComparer.Ordinal));
        foreach (var stack in Stacks)
        {
            var list = await NicKind.List.Lister(client, call).ListAsync(new DescribeNetworkInterfacesRequest { NicSubnetType = stack }, cancellationToken).ConfigureAwait(false);
            nics.AddRange(list.Items);
        }

        var done = 0;
        await Concurrently.RunAsync(nics.Count, client.LimitOf(call), (index, token) => AddressOfAsync(client, call, nics[index], token), address =>
        {
            progress?.Invoke(++done, nics.Count);
            if (address is not null && wanted.Contains(address.NicIPv6Id))
            {
                found[address.NicIPv6Id] = address;
            }

            return found.Count < wanted.Count;
        }, cancellationToken).ConfigureAwait(false);
        return found;
    }

    public override async Task<IReadOnlyList<ZecObject>> FirstPageAsync(ZecClient client, ZecCallOptions call)
    {
        var nics = await NicKind.List.Lister(client, call)
            .TakeAsync(new DescribeNetworkInterfacesRequest { NicSubnetType = Stacks[0] }, 100, match: null, CancellationToken.None).ConfigureAwait(false);
        var found = new List<ZecObject>();
        await Concurrently.RunAsync(nics.Items.Count, client.LimitOf(call), (index, token) => AddressOfAsync(client, call, nics.Items[index], token), address =>
        {
            if (address is not null)
            {
                found.Add(address);
            }

            return true;
        }, CancellationToken.None).ConfigureAwait(false);
        return found;
    }

    /// <summary>A network interface that is gone since it was listed has no address.</summary>
    private static async Task<ZecNicIPv6?> AddressOfAsync(ZecClient client, ZecCallOptions call, ZecNic nic, CancellationToken cancellationToken)
    {
        try
        {
            return await OfAsync(client, call, nic.NicId, cancellationToken).ConfigureAwait(false);
        }
        catch (ZecException failure) when (failure.Kind == ZecErrorKind.NotFound)
        {
            return null;
        }
    }
}
