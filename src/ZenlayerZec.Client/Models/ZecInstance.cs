namespace ZenlayerZec.Client.Models;

/// <summary>
/// A virtual machine, as DescribeInstances lists it: InstanceInfo of API version 2025-09-01, with all fields.
/// Any field but the ID may be absent; lists are then empty.
/// </summary>
public sealed class ZecInstance : ZecObject
{
    /// <summary>
    /// Stands for a creation time that is not known. It is far ahead, and not null: PowerShell takes null for less than any time, so that a
    /// script that removes what is old would take an instance of unknown age for the oldest.
    /// </summary>
    public static readonly DateTimeOffset UnknownCreateTime = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Stands for tags that cannot be read; never kept.</summary>
    internal static readonly Dictionary<string, string> OddTags = [];

    /// <summary>The ID by which every action knows the instance.</summary>
    public string InstanceId { get; set; } = string.Empty;

    /// <summary>The display name; not unique.</summary>
    public string? InstanceName { get; set; }

    /// <summary>The availability zone, such as <c>asia-east-1a</c>.</summary>
    public string? ZoneId { get; set; }

    /// <summary>The size by name, such as <c>z2a.cpu.4</c>; absent for GPU instances.</summary>
    public string? InstanceType { get; set; }

    /// <summary>CPU cores.</summary>
    public int? Cpu { get; set; }

    /// <summary>Memory in GiB.</summary>
    public int? MemoryGiB { get; set; }

    /// <summary>The image that the instance was made from.</summary>
    public string? ImageId { get; set; }

    /// <summary>The image's name.</summary>
    public string? ImageName { get; set; }

    /// <summary>The system's time zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The network interface mode: Auto, FailOver, VirtioOnly or VfOnly.</summary>
    public string? NicNetworkType { get; set; }

    /// <summary>
    /// The state, such as RUNNING or STOPPED; see <see cref="InstanceStatus"/>. A state that this module does not know
    /// is kept as the service writes it.
    /// </summary>
    public string? Status { get; set; }

    /// <summary>The boot disk.</summary>
    public ZecSystemDisk? SystemDisk { get; set; }

    /// <summary>The data disks.</summary>
    public IReadOnlyList<ZecDataDisk> DataDisks { get; set => field = Compact.List(value); } = TextList<ZecDataDisk>.None;

    /// <summary>Public IP addresses.</summary>
    public IReadOnlyList<string> PublicIpAddresses { get; set => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>Private IP addresses.</summary>
    public IReadOnlyList<string> PrivateIpAddresses { get; set => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>The SSH key pair, if one was set.</summary>
    public string? KeyId { get; set; }

    /// <summary>The primary interface's subnet.</summary>
    public string? SubnetId { get; set; }

    /// <summary>The primary interface's security group.</summary>
    public string? SecurityGroupId { get; set; }

    /// <summary>Whether the QEMU guest agent is on.</summary>
    public bool? EnableAgent { get; set; }

    /// <summary>Whether the QEMU guest agent collects monitoring data.</summary>
    public bool? EnableAgentMonitor { get; set; }

    /// <summary>Whether IP forwarding is on.</summary>
    public bool? EnableIpForward { get; set; }

    /// <summary>
    /// When the instance was created; <see cref="UnknownCreateTime"/> where the service does not say it in a form that can be read.
    /// </summary>
    public DateTimeOffset? CreateTime { get; set; }

    /// <summary>When a prepaid instance expires.</summary>
    public DateTimeOffset? ExpiredTime { get; set; }

    /// <summary>The resource group's ID.</summary>
    public string? ResourceGroupId { get; set; }

    /// <summary>The resource group's name.</summary>
    public string? ResourceGroupName { get; set; }

    /// <summary>The attached network interfaces.</summary>
    public IReadOnlyList<ZecNetworkInterface> Nics { get; set => field = Compact.List(value); } = TextList<ZecNetworkInterface>.None;

    /// <summary>The tags, by key.</summary>
    public Dictionary<string, string> Tags
    {
        get => field ??= new ZecTags();
        set => (field, AreTagsUnknown) = ReferenceEquals(value, OddTags) ? (null!, true) : (value, false);
    }

    /// <summary>Whether the tags were not read, or cannot be read: there may be others than <see cref="Tags"/> has.</summary>
    internal bool AreTagsUnknown { get; set; }

    /// <summary>The load balancers that have the instance as a backend.</summary>
    public IReadOnlyList<string> LoadBalancerIds { get; set => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>The placement group, if the instance is in one.</summary>
    public string? PlacementGroupId { get; set; }

    /// <summary>Options of the virtual machine itself.</summary>
    public ZecInstanceOptions? InstanceOptions { get; set; }

    /// <summary>Called when it was read.</summary>
    internal void EndReading() => CreateTime ??= UnknownCreateTime;

    /// <summary>The name, or the ID if there is no name.</summary>
    public override string ToString() => string.IsNullOrEmpty(InstanceName) ? InstanceId : InstanceName!;
}
