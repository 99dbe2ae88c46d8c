using System.Net.Sockets;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <content>Addresses: the service takes one, and knows one spelling.</content>
public sealed partial class GetZecInstanceCommand
{
    private ListQuery<DescribeInstancesRequest, ZecInstance> WithAddresses(ListQuery<DescribeInstancesRequest, ZecInstance> query)
    {
        var ipv4 = new IpAddresses(IPv4Address, AddressFamily.InterNetwork);
        var ipv6 = new IpAddresses(IPv6Address, AddressFamily.InterNetworkV6);
        return query
            .Where(IPv4Address is not null, ipv4.Match, request => request.Ipv4Address = ipv4.Filter, ipv4.IsExact)
            .Where(IPv6Address is not null, ipv6.Match, request => request.Ipv6Address = ipv6.Filter, ipv6.IsExact);
    }
}
