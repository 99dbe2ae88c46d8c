using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Filters;

/// <summary>
/// IP addresses, any of which is enough; none at all asks for any. An IPv6 address has many spellings, which are compared as the one
/// address that they are.
/// </summary>
internal sealed class IpAddresses
{
    private readonly HashSet<IPAddress> _addresses;

    /// <param name="texts">The addresses as they were given; null for none.</param>
    /// <param name="family">Which kind of address they are.</param>
    /// <exception cref="PSArgumentException">One is no such address.</exception>
    public IpAddresses(IEnumerable<string>? texts, AddressFamily family) => _addresses =
    [
        .. (texts ?? []).Select(text => Parse(text) is { } address && address.AddressFamily == family ? address : throw new PSArgumentException(
            $"'{text}' is not a valid {(family == AddressFamily.InterNetwork ? "IPv4" : "IPv6")} address.")),
    ];

    /// <summary>The address as the API's filter takes it; null where there is none, or more than one.</summary>
    public string? Filter => IsExact ? _addresses.SingleOrDefault()?.ToString() : null;

    /// <summary>Whether the filter of the API says it all.</summary>
    public bool IsExact => _addresses.Count < 2;

    /// <summary>Whether an instance has one of the addresses, public or private, on any of its interfaces.</summary>
    public bool Match(ZecInstance instance) => _addresses.Count == 0
        || Of(instance).Select(Parse).Any(address => address is not null && _addresses.Contains(address));

    private static IEnumerable<string?> Of(ZecInstance instance) =>
    [
        .. instance.PublicIpAddresses,
        .. instance.PrivateIpAddresses,
        .. instance.Nics.SelectMany(nic => (IEnumerable<string?>)[.. nic.PublicIpAddresses, .. nic.PrivateIpAddresses, nic.PrimaryIPv4, nic.PrimaryIPv6, .. nic.SecondaryIPv4s]),
    ];

    private static IPAddress? Parse(string? text)
    {
        // A network of one address is that address.
        var bare = text is null ? string.Empty
            : text.EndsWith("/32", StringComparison.Ordinal) && !text.Contains(':') ? text.Substring(0, text.Length - 3)
            : text.EndsWith("/128", StringComparison.Ordinal) ? text.Substring(0, text.Length - 4)
            : text;
        return IPAddress.TryParse(bare, out var address)
            // .NET also takes 7 and 0x7 for an IPv4 address.
            && (address.AddressFamily == AddressFamily.InterNetworkV6 ? !bare.Contains('%') && !bare.Contains('[') : address.ToString() == bare)
            ? address
            : null;
    }
}
