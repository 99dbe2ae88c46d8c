using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Filters;

/// <summary>An IP address that was asked for. An IPv6 address has many spellings, which are compared as the one address that they are.</summary>
internal sealed class IpAddress
{
    private readonly IPAddress? _address;

    /// <param name="text">The address as it was given; null asks for none.</param>
    /// <param name="family">Which kind of address it is.</param>
    /// <exception cref="PSArgumentException">It is no such address.</exception>
    public IpAddress(string? text, AddressFamily family)
    {
        if (text is not null)
        {
            _address = Parse(text) is { } address && address.AddressFamily == family ? address : throw new PSArgumentException(
                $"'{text}' is not a valid {(family == AddressFamily.InterNetwork ? "IPv4" : "IPv6")} address.");
        }
    }

    /// <summary>The address as the API's filter takes it; null where none was asked for.</summary>
    public string? Filter => _address?.ToString();

    /// <summary>Whether an instance has the address, public or private, on any of its interfaces.</summary>
    public bool Match(ZecInstance instance) => _address is null || Of(instance).Any(text => _address.Equals(Parse(text)));

    private static IEnumerable<string?> Of(ZecInstance instance) =>
    [
        .. instance.PublicIpAddresses,
        .. instance.PrivateIpAddresses,
        .. instance.Nics.SelectMany(nic => (IEnumerable<string?>)[.. nic.PublicIpList, .. nic.PrivateIpList, nic.PrimaryIpv4, nic.PrimaryIpv6, .. nic.SecondaryIpv4s]),
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
