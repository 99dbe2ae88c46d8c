using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Models;

/// <summary>A network interface of an instance: NicInfo of API version 2025-09-01.</summary>
public sealed class ZecNetworkInterface
{
    /// <summary>The interface's ID.</summary>
    public string? NicId { get; set; }

    /// <summary>The display name.</summary>
    public string? Name { get; set; }

    /// <summary>PENDING, AVAILABLE, ATTACHING, DETACHING, DELETING, CREATE_FAILED or USED.</summary>
    public string? Status { get; set; }

    /// <summary>Primary or Secondary.</summary>
    public string? NicType { get; set; }

    /// <summary>The region.</summary>
    public string? RegionId { get; set; }

    /// <summary>The IP stack: IPv4, IPv4_IPv6 or IPv6.</summary>
    public string? NicSubnetType { get; set; }

    /// <summary>Public IP addresses.</summary>
    public IReadOnlyList<string> PublicIpList { get; set => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>Private IP addresses.</summary>
    public IReadOnlyList<string> PrivateIpList { get; set => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>The primary private IPv4 address.</summary>
    public string? PrimaryIpv4 { get; set; }

    /// <summary>The primary private IPv6 address; absent on an IPv4 stack.</summary>
    public string? PrimaryIpv6 { get; set; }

    /// <summary>The IPv6 block; absent on an IPv4 stack.</summary>
    public string? Ipv6Cidr { get; set; }

    /// <summary>Secondary private IPv4 addresses.</summary>
    public IReadOnlyList<string> SecondaryIpv4s { get; set => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>The MAC address.</summary>
    public string? MacAddress { get; set; }

    /// <summary>
    /// The instance that has the interface: the API's <c>instanceId</c>, under another name, so that an interface piped to
    /// a cmdlet that takes instances is refused rather than taken for its instance.
    /// </summary>
    public string? AttachedInstanceId { get; set; }

    /// <summary>The VPC.</summary>
    public string? VpcId { get; set; }

    /// <summary>The subnet.</summary>
    public string? SubnetId { get; set; }

    /// <summary>When the interface was created.</summary>
    public DateTimeOffset? CreateTime { get; set; }

    /// <summary>When the interface was last changed.</summary>
    public DateTimeOffset? UpdateTime { get; set; }

    /// <summary>The resource group.</summary>
    public ZecResourceGroup? ResourceGroup { get; set; }

    /// <summary>The security group.</summary>
    public string? SecurityGroupId { get; set; }

    /// <summary>The tags, by key.</summary>
    public Dictionary<string, string> Tags { get => field ??= new ZecTags(); set; }

    /// <summary>The ID and the primary address.</summary>
    public override string ToString() => VisibleText.Of($"{NicId} ({PrimaryIpv4 ?? PrimaryIpv6})");
}
