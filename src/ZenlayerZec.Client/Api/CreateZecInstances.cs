using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Api;

/// <summary>
/// The request of CreateZecInstances (2025-09-01), with all its parameters but the deprecated <c>eipV4Type</c>. Asynchronous: new
/// instances are DEPLOYING, then RUNNING or CREATE_FAILED. The API has no idempotency token: a request that is sent twice is charged twice.
/// </summary>
public sealed class CreateZecInstancesRequest
{
    /// <summary>The maximum number of instances that a request may create.</summary>
    public const int MaximumInstanceCount = 100;

    /// <summary>The availability zone; required.</summary>
    public string? ZoneId { get; set; }

    /// <summary>The image; required.</summary>
    public string? ImageId { get; set; }

    /// <summary>The size by name, such as <c>z2a.cpu.4</c>; required.</summary>
    public string? InstanceType { get; set; }

    /// <summary>The number of instances, 1 to <see cref="MaximumInstanceCount"/>; required.</summary>
    public int? InstanceCount { get; set; }

    /// <summary>The primary interface's subnet; required.</summary>
    public string? SubnetId { get; set; }

    /// <summary>
    /// The name: 2 to 63 letters, digits, hyphens and periods, the first a letter or a digit. <c>[3,2]</c> in it is a number,
    /// starting at 3, with 2 digits; <c>web_[3,2]</c> gives <c>web03</c>, <c>web04</c>. The default of the service is <c>instance</c>.
    /// </summary>
    public string? InstanceName { get; set; }

    /// <summary>The system's time zone. The default of the service is <c>America/Los_Angeles</c>.</summary>
    public string? TimeZone { get; set; }

    /// <summary>
    /// The password: 8 to 16 characters, with a lowercase letter, an uppercase letter, a digit and one of <c>~!@$^*-_=+|;:,.?</c>. Cannot be
    /// combined with <see cref="KeyId"/>; Windows images accept neither.
    /// </summary>
    public string? Password { get; set; }

    /// <summary>The ID of the SSH key pair for logging in.</summary>
    public string? KeyId { get; set; }

    /// <summary>The network interface mode: Auto, FailOver, VirtioOnly or VfOnly. The default of the service is Auto.</summary>
    public string? NicNetworkType { get; set; }

    /// <summary>The boot disk, without its ID. The default of the service is the minimum of the image.</summary>
    public ZecSystemDisk? SystemDisk { get; set; }

    /// <summary>The data disks, at most one; without IDs, names and Portable.</summary>
    public IReadOnlyList<ZecDataDisk>? DataDisks { get; set; }

    /// <summary>The security group of the primary interface. The default of the service is that of the global VPC.</summary>
    public string? SecurityGroupId { get; set; }

    /// <summary>The private IP address. If it is in use, the service chooses another one.</summary>
    public string? LanIp { get; set; }

    /// <summary>Whether the QEMU guest agent is on. The default of the service is true.</summary>
    public bool? EnableAgent { get; set; }

    /// <summary>Whether IP forwarding is on. The default of the service is false.</summary>
    public bool? EnableIpForward { get; set; }

    /// <summary>How the public network is charged: ByBandwidth, ByTrafficPackage or BandwidthCluster.</summary>
    public string? InternetChargeType { get; set; }

    /// <summary>The traffic package in TB. Only for ByTrafficPackage.</summary>
    public double? TrafficPackageSize { get; set; }

    /// <summary>The maximum outbound bandwidth, in Mbps.</summary>
    public int? Bandwidth { get; set; }

    /// <summary>How an elastic IP is bound: FullNat or Passthrough. The default of the service is FullNat.</summary>
    public string? EipBindType { get; set; }

    /// <summary>Existing elastic IPs, one for each instance. No new ones are created then.</summary>
    public IReadOnlyList<string>? EipIds { get; set; }

    /// <summary>IPv4, IPv4_IPv6 or IPv6. The default of the service is IPv4, if the subnet has it.</summary>
    public string? IpStackType { get; set; }

    /// <summary>
    /// The line of the public IPv4 address: PremiumBGP, StandardBGP, CN2, PathBasedBandwidthIP, LocalLine, CMI, CUG or CTG; required
    /// in an IPv4 subnet.
    /// </summary>
    public string? NetworkLineType { get; set; }

    /// <summary>The bandwidth cluster; required with BandwidthCluster.</summary>
    public string? ClusterId { get; set; }

    /// <summary>The bandwidth cluster for IPv6, if it is a different one.</summary>
    public string? Ipv6ClusterId { get; set; }

    /// <summary>The resource group. The default of the service is the default group.</summary>
    public string? ResourceGroupId { get; set; }

    /// <summary>Discounts.</summary>
    public ZecMarketingOptions? MarketingOptions { get; set; }

    /// <summary>The tags, by key; keys and values are 1 to 64 characters.</summary>
    public Dictionary<string, string>? Tags { get; set; }

    /// <summary>The script that the new system runs at its first start.</summary>
    public string? UserData { get; set; }

    /// <summary>Options of the virtual machine itself.</summary>
    public ZecInstanceOptions? InstanceOptions { get; set; }

    /// <summary>Creates a copy for a part of the order.</summary>
    /// <returns>A request with the same choices.</returns>
    internal CreateZecInstancesRequest Copy() => (CreateZecInstancesRequest)MemberwiseClone();
}

/// <summary>The answer of CreateZecInstances: the instances were ordered, but are not running yet.</summary>
public sealed class CreateZecInstancesResponse : ZecResponse
{
    /// <summary>The order's number.</summary>
    public string? OrderNumber { get; set; }

    /// <summary>The new instances' IDs.</summary>
    public IReadOnlyList<string>? InstanceIdSet { get; set; }

    /// <summary>The data disks of the new instances; absent or empty if none were ordered.</summary>
    public IReadOnlyList<CreatedInstanceDisks>? Instances { get; set; }
}

/// <summary>The data disks of a new instance.</summary>
public sealed class CreatedInstanceDisks
{
    /// <summary>
    /// The instance: the API's <c>instanceId</c>, under another name, since only an instance's own objects have a property of
    /// that name to bind by.
    /// </summary>
    public string? CreatedInstanceId { get; set; }

    /// <summary>The disks' IDs.</summary>
    public IReadOnlyList<string> DiskIdSet { get; set => field = value ?? []; } = [];
}
