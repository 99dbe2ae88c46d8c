namespace ZenlayerZec.Client.Models;

/// <summary>
/// An instance size in one zone, as DescribeZoneInstanceConfigInfos (2025-09-01) lists it. Any field but the type may be absent.
/// </summary>
public sealed class ZecInstanceType : ZecObject
{
    /// <summary>The zone that offers it.</summary>
    public string? ZoneId { get; set; }

    /// <summary>The size by name, such as <c>z2a.cpu.4</c>.</summary>
    public string InstanceType { get; set; } = string.Empty;

    /// <summary>The display name.</summary>
    public string? InstanceTypeName { get; set; }

    /// <summary>CPU cores.</summary>
    public int? CpuCount { get; set; }

    /// <summary>Memory in GiB.</summary>
    public int? MemoryGiB { get; set; }

    /// <summary>The maximum bandwidth of a network interface, in bits per second.</summary>
    public long? BitsPerSecond { get; set; }

    /// <summary>The maximum number of packets that a network interface sends and receives per second.</summary>
    public long? PacketsPerSecond { get; set; }

    /// <summary>The maximum outbound bandwidth, in Mbps.</summary>
    public int? InternetMaxBandwidthOutMbps { get; set; }

    /// <summary>Whether the size is in stock.</summary>
    public bool? WithStock { get; set; }

    /// <summary>How the public network can be charged, such as <c>ByBandwidth</c>.</summary>
    public IReadOnlyList<string> InternetChargeTypes { get; set => field = Compact.List(value); } = TextList<string>.None;

    /// <summary>The type's name, as a parameter takes it.</summary>
    public override string ToString() => InstanceType;
}
