using System.Text.Json.Serialization;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Api;

/// <summary>
/// What CreateZecInstances (2025-09-01) is asked: all its parameters but the deprecated <c>eipV4Type</c>. Asynchronous: new
/// instances are DEPLOYING, then RUNNING or CREATE_FAILED. The API takes no idempotency token: asked twice, it sells twice.
/// </summary>
public sealed class CreateZecInstancesRequest
{
    /// <summary>The most instances one request may create.</summary>
    public const int MaximumInstanceCount = 100;

    /// <summary>The availability zone; required.</summary>
    public string? ZoneId { get; set; }

    /// <summary>The image; required.</summary>
    public string? ImageId { get; set; }

    /// <summary>The size by name, such as <c>z2a.cpu.4</c>; required.</summary>
    public string? InstanceType { get; set; }

    /// <summary>How many, 1 to <see cref="MaximumInstanceCount"/>; required.</summary>
    public int? InstanceCount { get; set; }

    /// <summary>The primary interface's subnet; required.</summary>
    public string? SubnetId { get; set; }

    /// <summary>
    /// The name: 2 to 63 letters, digits, hyphens and periods, the first a letter or a digit. <c>[3,2]</c> in it is a number,
    /// from 3 on, with 2 digits; <c>web_[3,2]</c> makes <c>web03</c>, <c>web04</c>. The service takes <c>instance</c> where it is not sent.
    /// </summary>
    public string? InstanceName { get; set; }

    /// <summary>The system's time zone; the service takes <c>America/Los_Angeles</c> where it is not sent.</summary>
    public string? TimeZone { get; set; }

    /// <summary>
    /// The password: 8 to 16 characters, a small letter, a capital, a digit and one of <c>~!@$^*-_=+|;:,.?</c> among them. Not
    /// together with <see cref="KeyId"/>; Windows images take neither.
    /// </summary>
    public string? Password { get; set; }

    /// <summary>The SSH key pair that may log in.</summary>
    public string? KeyId { get; set; }

    /// <summary>The network interface mode: Auto, FailOver, VirtioOnly or VfOnly; the service takes Auto where it is not sent.</summary>
    public string? NicNetworkType { get; set; }

    /// <summary>The boot disk; its ID is not for requests. Where it is not sent, it is as small as the image allows.</summary>
    public ZecSystemDisk? SystemDisk { get; set; }

    /// <summary>The data disks, one at most for now; IDs, names and Portable are not for requests.</summary>
    public IReadOnlyList<ZecDataDisk>? DataDisks { get; set; }

    /// <summary>The primary interface's security group; where it is not sent, that of the global VPC.</summary>
    public string? SecurityGroupId { get; set; }

    /// <summary>The private address; the service chooses another where it is taken.</summary>
    public string? LanIp { get; set; }

    /// <summary>Whether the QEMU guest agent is on; the service takes true where it is not sent.</summary>
    public bool? EnableAgent { get; set; }

    /// <summary>Whether IP forwarding is on; the service takes false where it is not sent.</summary>
    public bool? EnableIpForward { get; set; }

    /// <summary>How the public network is paid for: ByBandwidth, ByTrafficPackage or BandwidthCluster.</summary>
    public string? InternetChargeType { get; set; }

    /// <summary>The traffic package in TB; counts with ByTrafficPackage only.</summary>
    public double? TrafficPackageSize { get; set; }

    /// <summary>The most outbound bandwidth in Mbps.</summary>
    public int? Bandwidth { get; set; }

    /// <summary>How an elastic IP is bound: FullNat or Passthrough; the service takes FullNat where it is not sent.</summary>
    public string? EipBindType { get; set; }

    /// <summary>Elastic IPs that are there already, one for each instance; none is made then.</summary>
    public IReadOnlyList<string>? EipIds { get; set; }

    /// <summary>IPv4, IPv4_IPv6 or IPv6; the service takes IPv4 where the subnet has it and this is not sent.</summary>
    public string? IpStackType { get; set; }

    /// <summary>
    /// The line of the public IPv4 address: PremiumBGP, StandardBGP, CN2, PathBasedBandwidthIP, LocalLine, CMI, CUG or CTG; required
    /// in an IPv4 subnet.
    /// </summary>
    public string? NetworkLineType { get; set; }

    /// <summary>The bandwidth cluster; required with BandwidthCluster.</summary>
    public string? ClusterId { get; set; }

    /// <summary>The bandwidth cluster of IPv6, where it is another one.</summary>
    public string? Ipv6ClusterId { get; set; }

    /// <summary>The resource group; the default one where it is not sent.</summary>
    public string? ResourceGroupId { get; set; }

    /// <summary>Discounts.</summary>
    public ZecMarketingOptions? MarketingOptions { get; set; }

    /// <summary>The tags, by key; keys and values are 1 to 64 characters.</summary>
    [JsonConverter(typeof(TagSetConverter))]
    public Dictionary<string, string>? Tags { get; set; }

    /// <summary>What the new system runs at its first start.</summary>
    public string? UserData { get; set; }

    /// <summary>Options of the virtual machine itself.</summary>
    public ZecInstanceOptions? InstanceOptions { get; set; }

    /// <summary>A copy for a part of the order.</summary>
    /// <returns>A request with the same choices.</returns>
    internal CreateZecInstancesRequest Copy() => (CreateZecInstancesRequest)MemberwiseClone();
}

/// <summary>The answer to CreateZecInstances: what was ordered, not yet that it runs.</summary>
public sealed class CreateZecInstancesResponse : ZecResponse
{
    /// <summary>The request's ID, for the vendor's support.</summary>
    public string? RequestId { get; set; }

    /// <summary>The order's number.</summary>
    public string? OrderNumber { get; set; }

    /// <summary>The new instances' IDs.</summary>
    [JsonConverter(typeof(IdListConverter))]
    public IReadOnlyList<string>? InstanceIdSet { get; set; }

    /// <summary>The data disks that come with them; absent or empty where none were ordered.</summary>
    public IReadOnlyList<CreatedInstanceDisks>? Instances { get; set; }
}

/// <summary>The data disks that come with a new instance.</summary>
public sealed class CreatedInstanceDisks
{
    /// <summary>
    /// The instance: the API's <c>instanceId</c>, under another name, since only an instance's own objects have a property of
    /// that name to bind by.
    /// </summary>
    [JsonPropertyName("instanceId")]
    [JsonConverter(typeof(IdConverter))]
    public string? CreatedInstanceId { get; set; }

    /// <summary>The disks' IDs.</summary>
    [JsonConverter(typeof(IdListConverter))]
    public IReadOnlyList<string> DiskIdSet { get; set => field = value ?? []; } = [];
}
