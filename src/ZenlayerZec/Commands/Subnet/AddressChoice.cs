namespace ZenlayerZec.Commands.Subnet;

/// <summary>The addresses that a subnet is to have: which parameters go with which versions of IP.</summary>
/// <param name="IpStackType">The versions of IP.</param>
/// <param name="IPv6Type">Whether IPv6 addresses are private or public.</param>
/// <param name="IPv6CidrId">The block that public IPv6 addresses are taken from.</param>
/// <param name="IPv6MaskLength">The length of the prefix of the IPv6 addresses.</param>
internal sealed record AddressChoice(string IpStackType, string? IPv6Type, string? IPv6CidrId, int? IPv6MaskLength)
{
    private bool HasIPv6 => Has("IPv6");

    /// <summary>Whether the subnet has a version of IP. A stack that is not documented has whatever its name says.</summary>
    public bool Has(string version) => IpStackType.Split('_').Contains(version, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is missing or too much, as a sentence; null where nothing is.</summary>
    public string? Fault() => this switch
    {
        { HasIPv6: true, IPv6Type: null } => $"-IpStackType {IpStackType} needs -IPv6Type, Private or Public.",
        { HasIPv6: false, IPv6Type: not null } => $"-IPv6Type cannot be combined with -IpStackType {IpStackType}.",
        { IPv6CidrId: not null } when !string.Equals(IPv6Type, "Public", StringComparison.OrdinalIgnoreCase) => "-IPv6CidrId needs -IPv6Type Public.",
        { IPv6MaskLength: not null, IPv6CidrId: null } => "-IPv6MaskLength needs -IPv6CidrId.",
        _ => null,
    };
}
